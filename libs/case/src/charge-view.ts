import { uuid5 } from '@docketwire/kernel';
import type { Day, PartialDate } from '@docketwire/kernel';
import type { ChargeView, Evidence, Step } from './case-view.js';
import { appealOf, convictionOf, refileByOf, voicesOf } from './charge-overlays.js';
import { dateOn } from './days.js';
import type { DatedFact } from './fact.js';
import { MAX_EVIDENCE } from './gathering.js';
import { STATUS, classOf, isClosed, statusAfter } from './lifecycle.js';
import { by, groupsOf } from './order.js';
import type { LivedRow, Taken } from './row.js';
import { votesOn, winnerOn } from './voices.js';
import { ENDED_BY } from './vocabulary.js';
import type { EndedBy } from './vocabulary.js';

/** A row as a charge of its case. */
export type PlacedRow = Readonly<{ id: string; defendant: string; offence: string; row: LivedRow; uncertain: boolean; idOf: IdOf; /** Of a charge that one of another offence carries on. */ carrier: string | null }>;

/** The id of a charge of the chain by its place in it, and by what was split off. */
export type IdOf = (n: number, part?: string | null) => string;

type Named = Readonly<{ caseId: string; defendant: string; offence: string }>;

export function chargeIds({ caseId, defendant, offence }: Named): IdOf {
  const ids = new Map<string, string>();
  return (n, part = null) => {
    const key = `${n} ${part ?? ''}`;
    const id = ids.get(key) ?? (part === null ? uuid5(caseId, defendant, offence, n) : uuid5(caseId, defendant, offence, n, part));
    ids.set(key, id);
    return id;
  };
}

export function chargeView(placed: PlacedRow): ChargeView {
  const { id, defendant, offence, row, uncertain } = placed;
  const status = row.status === '(none)' ? 'unknown' : row.status;
  const began = row.steps.findLast(({ from, to }) => from !== to);
  return {
    id, defendant, offence, n: row.n, part: row.part,
    status,
    since: began?.occurrence.when ?? null,
    realis: began?.occurrence.realis ?? 'occurred',
    plea: row.plea,
    ...convictionOf(row),
    trialNo: row.trialNo,
    refile: row.refile, refileBy: refileByOf(row),
    ...endingOf(row),
    ...countsOf(row),
    countsDismissed: row.countsDismissed,
    ...appealOf(row),
    ...linksOf(placed),
    uncertain,
    steps: row.steps.map(stepView),
    facts: factsIn(row),
  };
}

function linksOf({ row: { n, part, refiles, refiledAs, carriedBy }, idOf, carrier }: PlacedRow): Pick<ChargeView, 'splitFrom' | 'refiles' | 'refiledAs' | 'supersededBy'> {
  return {
    splitFrom: part === null ? null : idOf(n),
    refiles: refiles === null ? null : idOf(refiles),
    refiledAs: refiledAs === null ? null : idOf(refiledAs),
    supersededBy: typeof carriedBy === 'number' ? idOf(carriedBy) : carrier,
  };
}

export function factsIn({ steps }: LivedRow): string[] {
  return [...new Set(steps.flatMap(({ occurrence }) => occurrence.facts.map(({ id }) => id)))].toSorted();
}

function stepView({ occurrence, from, to }: Taken): Step {
  const { event, value, when, on, realis, announcedOn, occurredOn, inferred, originators, facts } = occurrence;
  return {
    event, value, from, when,
    to: to === '(none)' ? 'unknown' : to,
    holdsFrom: dateOn(on),
    realis,
    announcedOn: dateOf(announcedOn), occurredOn: dateOf(occurredOn),
    inferred,
    originators: inferred ? 0 : originators,
    evidence: bestEvidence(facts),
    facts: facts.map(({ id }) => id),
  };
}

const dateOf = (day: Day | null): PartialDate | null => (day === null ? null : dateOn(day));

/** The earliest word of each originator before the second of any, so that three copies of one wire do not hide the others. */
export function bestEvidence(facts: readonly Pick<DatedFact, 'evidence'>[]): readonly Evidence[] {
  const [only, ...others] = facts;
  if (only && others.length === 0 && only.evidence.length < 2) return only.evidence;
  const earliest = facts.flatMap(({ evidence }) => evidence).toSorted(by(({ reported }) => reported, ({ article }) => article, ({ quote }) => quote.start));
  const turns = [...groupsOf(earliest, ({ originator }) => originator).values()].flatMap((said) => said.map((evidence, turn) => ({ evidence, turn })));
  return turns.toSorted(by(({ turn }) => turn, ({ evidence }) => evidence.reported, ({ evidence }) => evidence.article)).slice(0, MAX_EVIDENCE).map(({ evidence }) => evidence);
}

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
function countsOf({ part, steps, countsDismissed }: LivedRow): Pick<ChargeView, 'counts' | 'countsTold'> {
  if (part !== null) return { counts: part.split(',').length, countsTold: {} };
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
