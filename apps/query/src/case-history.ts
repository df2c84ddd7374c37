import { ANOMALIES, diff, factsOf, winnersAt } from '@docketwire/case';
import type { AssertionSet, CaseView, Change, ChargeView, KnownSet, NewsKind, Step } from '@docketwire/case';
import { summaryOf } from '@docketwire/contracts';
import type { CaseDiff, CaseHistory } from '@docketwire/contracts';
import { evidenceOf, isStated } from './case-shape.js';
import { takenBack } from './taken-back.js';
import type { TakenBack } from './taken-back.js';

type DatedStep = CaseHistory['steps'][number];
type Source = DatedStep['sources'][number];

/** Of each fact, when the record first heard it, and every article that tells it now. */
type Heard = Readonly<{ first: ReadonlyMap<string, number>; sources: ReadonlyMap<string, readonly Source[]> }>;

/** Every step with its three times: when it happened, when it was reported, when the record came to know it. */
export function datedSteps(view: CaseView, known: readonly KnownSet[]): readonly DatedStep[] {
  const heard = heardOf(known);
  return view.charges.flatMap((charge) => charge.steps.map((step) => datedStep(charge, step, heard)));
}

export function takenBackIn(known: readonly KnownSet[]): CaseHistory['takenBack'] {
  const winners = [...winnersAt(known, Infinity).values()];
  return takenBack(known, new Set(factsOf(winners).map(({ id }) => id))).map(takenBackShape);
}

/** From what was known at one instant to what was known at another, with all that was heard in between. */
export function differences(before: CaseView, after: CaseView, between: readonly KnownSet[]): Pick<CaseDiff, 'changes' | 'because'> {
  return { changes: diff(before, after, { kind: kindOf(between) }).map((change) => differenceOf(change, before, after)), because: between.map(hearing) };
}

/** Only where all that came is of one kind can a change be called after it: a correction, or a retraction. */
function kindOf(between: readonly KnownSet[]): NewsKind {
  const [kind = 'update', ...others] = new Set(between.map(({ set }) => set.kind));
  return others.length > 0 ? 'update' : kind;
}

function heardOf(known: readonly KnownSet[]): Heard {
  const first = new Map<string, number>();
  const inTime = known.toSorted((a, b) => a.knownFrom - b.knownFrom);
  for (const { set, knownFrom } of inTime) for (const { id } of factsOf([set])) first.set(id, first.get(id) ?? knownFrom);
  const told = [...winnersAt(known, Infinity).values()].flatMap((set) => factsOf([set]).map(({ id, evidence }) => ({ id, source: sourceOf(set, evidence.some(isStated)) })));
  const sources = Map.groupBy(told, ({ id }) => id);
  return { first, sources: new Map([...sources].map(([id, each]) => [id, each.map(({ source }) => source)])) };
}

function sourceOf({ source, originator, article, reported }: AssertionSet, stated: boolean): Source {
  return { source, originator, article, reported, stated };
}

function datedStep(charge: ChargeView, step: Step, { first, sources }: Heard): DatedStep {
  const { event, value, from, to, inferred, when, holdsFrom, realis, announcedOn, occurredOn, originators, facts } = step;
  const knownFrom = facts.flatMap((fact) => first.get(fact) ?? []);
  const said = new Map(facts.flatMap((fact) => sources.get(fact) ?? []).map((source) => [source.article, source]));
  const inOrder = [...said.values()].toSorted((a, b) => (a.reported === b.reported ? (a.article < b.article ? -1 : 1) : a.reported < b.reported ? -1 : 1));
  return {
    defendant: charge.defendant, charge: charge.id, offence: charge.offence,
    event, value, from, to, inferred,
    happened: { when, holdsFrom, realis, announcedOn, occurredOn },
    reported: inOrder[0]?.reported ?? null,
    known: knownFrom.length === 0 ? null : iso(Math.min(...knownFrom)),
    originators,
    sources: inOrder,
  };
}

function takenBackShape({ fact, known, until, by }: TakenBack): CaseHistory['takenBack'][number] {
  const { defendant, offence, event, value, when, realis, firstReported, evidence } = fact;
  return { defendant, offence, event, value, when, realis, reported: firstReported, known: iso(known), until: iso(until), because: hearing({ set: by, knownFrom: until }), evidence: evidence.map(evidenceOf) };
}

function hearing({ set: { article, revision, kind, source, title, url }, knownFrom }: KnownSet): CaseDiff['because'][number] {
  return { article, revision, news: kind, source, title, url, known: iso(knownFrom) };
}

function differenceOf({ kind, defendant, chargeId, previousChargeId, before, after, anomaly }: Change, was: CaseView, is: CaseView): CaseDiff['changes'][number] {
  const person = [...is.defendants, ...was.defendants].find(({ id }) => id === defendant);
  const offence = (after ?? before)?.offence;
  return {
    kind,
    defendant: person ? { id: person.id, name: person.name } : null,
    charge: chargeId === null || offence === undefined ? null : { id: chargeId, offence, previousId: previousChargeId },
    before: summaryOf(before),
    after: summaryOf(after),
    conflict: anomaly ? { why: anomaly.why, says: ANOMALIES[anomaly.why], offence: anomaly.offence, when: anomaly.when } : null,
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
