import { uuid5 } from '@docketwire/kernel';
import type { Day, PartialDate } from '@docketwire/kernel';
import type { ChargeView, Evidence, Step } from './case-view.js';
import { dateOn } from './days.js';
import type { DatedFact } from './fact.js';
import { MAX_EVIDENCE } from './gathering.js';
import { STATUS, classOf, isClosed, statusAfter } from './lifecycle.js';
import { by, groupsOf } from './order.js';
import type { LivedRow, Taken } from './row.js';
import type { Voice } from './voices.js';
import { votesOn, winnerOn } from './voices.js';
import { ENDED_BY } from './vocabulary.js';
import type { EndedBy } from './vocabulary.js';

/** A row as a charge of its case. */
export type PlacedRow = Readonly<{ id: string; defendant: string; offence: string; row: LivedRow; uncertain: boolean; idOf: (n: number) => string }>;

type Named = Readonly<{ caseId: string; defendant: string; offence: string }>;

/** The ids of a chain's charges by their places in it. */
export function chargeIds({ caseId, defendant, offence }: Named): (n: number) => string {
  const ids = new Map<number, string>();
  return (n) => {
    const id = ids.get(n) ?? uuid5(caseId, defendant, offence, n);
    ids.set(n, id);
    return id;
  };
}

export function chargeView({ id, defendant, offence, row, uncertain, idOf }: PlacedRow): ChargeView {
  const status = row.status === '(none)' ? 'unknown' : row.status;
  const began = row.steps.findLast(({ from, to }) => from !== to);
  return {
    id, defendant, offence, n: row.n,
    status,
    since: began?.occurrence.when ?? null,
    realis: began?.occurrence.realis ?? 'occurred',
    plea: row.plea, refile: row.refile,
    ...endingOf(row),
    ...countsOf(row),
    countsDismissed: row.countsDismissed,
    appeal: row.appeal,
    refiles: row.refiles === null ? null : idOf(row.refiles),
    refiledAs: row.refiledAs === null ? null : idOf(row.refiledAs),
    uncertain,
    steps: row.steps.map(stepView),
    facts: factsIn(row),
  };
}

export function factsIn({ steps }: LivedRow): string[] {
  return [...new Set(steps.flatMap(({ occurrence }) => occurrence.facts.map(({ id }) => id)))].toSorted();
}

function stepView({ occurrence, from, to }: Taken): Step {
  const { event, value, when, on, realis, announcedOn, occurredOn, inferred, weight, facts } = occurrence;
  return {
    event, value, from, when,
    to: to === '(none)' ? 'unknown' : to,
    holdsFrom: dateOn(on),
    realis,
    announcedOn: dateOf(announcedOn), occurredOn: dateOf(occurredOn),
    inferred,
    originators: inferred ? 0 : weight,
    evidence: bestEvidence(facts),
    facts: facts.map(({ id }) => id),
  };
}

const dateOf = (day: Day | null): PartialDate | null => (day === null ? null : dateOn(day));

/** The earliest word of each originator before the second of any, so that three copies of one wire do not hide the others. */
export function bestEvidence(facts: readonly Pick<DatedFact, 'evidence'>[]): readonly Evidence[] {
  const earliest = facts.flatMap(({ evidence }) => evidence).toSorted(by(({ reported }) => reported, ({ article }) => article, ({ quote }) => quote.start));
  const turns = [...groupsOf(earliest, ({ originator }) => originator).values()].flatMap((said) => said.map((evidence, turn) => ({ evidence, turn })));
  return turns.toSorted(by(({ turn }) => turn, ({ evidence }) => evidence.reported, ({ evidence }) => evidence.article)).slice(0, MAX_EVIDENCE).map(({ evidence }) => evidence);
}

const voicesOf = (steps: readonly Taken[]): Voice[] => steps.flatMap(({ occurrence }) => occurrence.facts.flatMap(({ voices }) => voices));

/** Who ended it, and how: told with the step that did, or with a later report of it. */
function endingOf({ status, steps }: LivedRow): Pick<ChargeView, 'endedBy' | 'mechanism'> {
  const ended = classOf(status) === 'disposed' || classOf(status) === 'inactive';
  if (!ended || status === 'sentenced') return { endedBy: null, mechanism: null };
  const voices = voicesOf(steps.slice(steps.findLastIndex(({ from, to }) => from !== to)));
  const told = ENDED_BY.find((each) => each === winnerOn(voices, 'endedBy'));
  const usual: EndedBy = status === 'pardoned' ? 'executive' : 'unknown';
  return { endedBy: told ?? usual, mechanism: votesOn(voices, 'mechanism')[0]?.[0] ?? null };
}

/**
 * How many counts: as most tell it, and where that is a tie the fewest, which all of them bear out. Outcomes are not
 * asked ("convicted of one count" tells how many ended so). What was told before a part was dismissed is lowered by it.
 */
function countsOf({ steps, countsDismissed }: LivedRow): Pick<ChargeView, 'counts' | 'countsTold'> {
  const pending = steps.filter(({ occurrence: { event } }) => !isOutcome(event));
  const partial = steps.findIndex(({ occurrence: { event, value } }) => event === 'dismissed' && value !== '');
  const before = partial < 0 ? [] : pending.filter((step) => steps.indexOf(step) < partial);
  const earlier = fewest(votesOn(voicesOf(before), 'counts'));
  const told = votesOn(voicesOf(pending), 'counts');
  return {
    counts: earlier === null ? fewest(told) : Math.max(0, earlier - countsDismissed),
    countsTold: told.length > 1 ? Object.fromEntries(told) : {},
  };
}

function isOutcome(event: Taken['occurrence']['event']): boolean {
  const status = statusAfter(event);
  return status !== null && isClosed(status) && STATUS[status].class !== 'carried';
}

function fewest(votes: readonly (readonly [answer: string, votes: number])[]): number | null {
  const most = Math.max(0, ...votes.map(([, count]) => count));
  const answers = votes.filter(([, count]) => count === most).map(([answer]) => Number(answer));
  return answers.length ? Math.min(...answers) : null;
}
