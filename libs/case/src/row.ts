import type { Day } from '@docketwire/kernel';
import { added, listed } from './list.js';
import type { List } from './list.js';
import { PENDING, TRANSITIONS, VERDICTS, isClosed, isOverlay, statusAfter } from './lifecycle.js';
import type { RowStatus } from './lifecycle.js';
import { PROOF } from './occurrence.js';
import type { Occurrence } from './occurrence.js';
import { PLEAS } from './vocabulary.js';
import type { Appeal, ChargeStatus, Plea, Refile } from './vocabulary.js';

/** A step that a charge took. */
export type Taken = Readonly<{ occurrence: Occurrence; from: RowStatus; to: RowStatus }>;

/** One charge of a refiling chain, as it stands after the steps so far. */
export type Row = Readonly<{
  /** Its place in the chain, from 1. */
  n: number;
  status: RowStatus;
  plea: Plea;
  refile: Refile | null;
  appeal: Appeal;
  countsDismissed: number;
  /** Where it goes back to when a stay is resumed, a dismissal reversed or a conviction reinstated. */
  prior: readonly ChargeStatus[];
  /** How well the present status is proved, and since when it holds. */
  weight: number;
  movedOn: Day | null;
  refiles: number | null;
  refiledAs: number | null;
  steps: List<Taken>;
}>;

/** A charge and, the latest last, those of its chain that were brought again as the next. */
export type Rows = Readonly<{ top: Row; earlier: List<Row> }>;

/** A charge at the end of a fold. */
export type LivedRow = Omit<Row, 'steps'> & Readonly<{ steps: readonly Taken[] }>;

/** Why a step did not take effect. */
export type Refusal = 'not_allowed' | 'barred' | 'contradicts';

const SETS_ASIDE: readonly ChargeStatus[] = ['stayed', 'dismissed', 'diverted', 'vacated', 'acquitted'];

export function openRow(n: number): Row {
  return {
    n, status: '(none)', plea: 'none', refile: null, appeal: 'none', countsDismissed: 0,
    prior: [], weight: 0, movedOn: null, refiles: null, refiledAs: null, steps: null,
  };
}

/** Only some of the counts: the charge goes on. */
export const isPartial = ({ event, value }: Occurrence): boolean => event === 'dismissed' && value !== '';

/** An arrest of somebody already charged changes where they are, not where the charge stands. */
export const isCustodyOnly = (row: Row, { event }: Occurrence): boolean => event === 'arrested' && row.status !== '(none)';

/** Whether the step may happen to the charge as it stands; null where it may. */
export function refusalOf(row: Row, step: Occurrence): Refusal | null {
  const { from } = TRANSITIONS[step.event];
  if (from === 'any') return null;
  if (!(isPartial(step) ? PENDING : from).includes(row.status) || isVerdictNotPlea(row, step)) return 'not_allowed';
  if (isBarred(row, step)) return 'barred';
  return contradicts(row, step) ? 'contradicts' : null;
}

/** After a plea of not guilty the conviction rests on a verdict, and there is no plea to withdraw from under it. */
function isVerdictNotPlea({ status, plea }: Row, { event }: Occurrence): boolean {
  return event === 'plea_withdrawn' && status === 'convicted' && plea === 'not_guilty';
}

/** With prejudice means for good: only better proof, or a reversal, brings the charge back or makes it refilable. */
function isBarred({ status, refile }: Row, step: Occurrence): boolean {
  if (refile !== 'barred') return false;
  if (step.event === 'refiled') return step.weight < PROOF;
  return step.event === 'resumed' || (step.event === 'dismissed' && status === 'dismissed' && step.refile === 'possible');
}

/** A lone originator's other verdict against an outcome that is proved no worse. */
function contradicts(row: Row, step: Occurrence): boolean {
  if (isPartial(step)) return false;
  const isOtherVerdict = VERDICTS.includes(step.event) && isClosed(row.status) && statusAfter(step.event) !== row.status;
  return isOtherVerdict && step.weight < PROOF && step.weight <= row.weight;
}

export const livedRows = ({ top, earlier }: Rows): LivedRow[] => [...listed(earlier), top].map((row) => ({ ...row, steps: listed(row.steps) }));

/** The chain after a step that is allowed. A refiling leaves its row as it is and opens the next. */
export function take({ top, earlier }: Rows, step: Occurrence): Rows {
  if (step.event !== 'refiled') return { top: stepped(top, step, targetOf(top, step)), earlier };
  return { top: refiledRow(top, step), earlier: added(earlier, { ...top, refiledAs: top.n + 1 }) };
}

/** A step that is kept on the row's timeline and moves nothing. */
export function note({ top, earlier }: Rows, step: Occurrence): Rows {
  return { top: { ...top, steps: added(top.steps, { occurrence: step, from: top.status, to: top.status }) }, earlier };
}

function refiledRow({ n, status }: Row, step: Occurrence): Row {
  return { ...openRow(n + 1), status: 'charged', refiles: n, weight: step.weight, steps: added(null, { occurrence: step, from: status, to: 'charged' }) };
}

function targetOf({ status, prior }: Row, step: Occurrence): RowStatus {
  if (isPartial(step) || isOverlay(step.event)) return status;
  const to = statusAfter(step.event);
  if (to) return to;
  return TRANSITIONS[step.event].to === '(prior)' ? (prior.at(-1) ?? 'charged') : (prior.findLast(isConviction) ?? 'convicted');
}

const isConviction = (status: ChargeStatus): boolean => status === 'convicted' || status === 'sentenced';

function stepped(row: Row, step: Occurrence, to: RowStatus): Row {
  const moved = to !== row.status;
  return {
    ...row,
    ...(moved ? { weight: step.weight, movedOn: step.lo, prior: priorAfter(row, step, to) } : isOverlay(step.event) ? {} : { weight: Math.max(row.weight, step.weight) }),
    status: to,
    plea: pleaAfter(row, step),
    refile: refileAfter(row, step, to),
    appeal: appealAfter(row, step),
    countsDismissed: row.countsDismissed + (isPartial(step) ? countsIn(step.value) : 0),
    steps: added(row.steps, { occurrence: step, from: row.status, to }),
  };
}

function priorAfter({ status, prior }: Row, step: Occurrence, to: RowStatus): readonly ChargeStatus[] {
  const left = status !== '(none)' && to !== '(none)' && SETS_ASIDE.includes(to) ? [...prior, status] : prior;
  return TRANSITIONS[step.event].to.startsWith('(prior') ? left.slice(0, -1) : left;
}

function pleaAfter({ plea }: Row, { event, value }: Occurrence): Plea {
  const told = PLEAS.find((each) => each === value);
  if (event === 'indicted') return 'none';
  if (event === 'plea_withdrawn') return told ?? 'withdrawn';
  return event === 'plea_entered' ? (told ?? plea) : plea;
}

function refileAfter(row: Row, step: Occurrence, to: RowStatus): Refile | null {
  if (step.event === 'declined') return 'possible';
  if (step.event === 'acquitted') return 'barred';
  if (step.event === 'dismissed' && !isPartial(step)) return refileSaid(row, step);
  return to === row.status || (to !== '(none)' && ['dismissed', 'declined', 'acquitted'].includes(to)) ? row.refile : null;
}

/** A later report of the dismissal that is silent on refiling does not unsay what an earlier one said. */
function refileSaid({ status, refile }: Row, step: Occurrence): Refile {
  return status === 'dismissed' && refile && step.refile === 'unknown' ? refile : step.refile;
}

function appealAfter({ appeal }: Row, { event, value }: Occurrence): Appeal {
  const { appeal: told } = TRANSITIONS[event];
  return told === 'allowed' && value === 'part' ? 'allowed_in_part' : (told ?? appeal);
}

/** `n:2` is two counts; a part named in words is one. */
function countsIn(value: string): number {
  return Number(value.replaceAll(/\D/g, '')) || 1;
}
