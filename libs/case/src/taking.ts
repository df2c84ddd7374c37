import { TRANSITIONS, isOverlay, statusAfter } from './lifecycle.js';
import type { RowStatus } from './lifecycle.js';
import { added } from './list.js';
import type { Occurrence } from './occurrence.js';
import { countsIn, isPartial, namedPart } from './partial.js';
import { openRow } from './row.js';
import type { Row, Rows } from './row.js';
import { BASES, PLEAS } from './vocabulary.js';
import type { Appeal, Basis, ChargeStatus, Plea, Refile } from './vocabulary.js';
import { winnerOn } from './voices.js';

const SETS_ASIDE: readonly ChargeStatus[] = ['stayed', 'dismissed', 'diverted', 'vacated', 'acquitted'];
const GUILTY: readonly Plea[] = ['guilty', 'no_contest', 'guilty_to_lesser'];
const KEEPS_REFILE: readonly RowStatus[] = ['dismissed', 'declined', 'acquitted'];
/** Where a charge that replaces another goes on; past these, its own course begins anew. */
const KEPT_BY_SUCCESSOR: readonly RowStatus[] = ['charged', 'indicted', 'committed'];

/**
 * The chain after a step that is allowed. A refiling leaves its row as it is and opens the next, and so does what is
 * carried on; counts that are dismissed by name become a row of their own.
 */
export function take(rows: Rows, step: Occurrence): Rows {
  const { top, earlier, parts } = rows;
  if (step.event === 'refiled') return { top: refiledRow(top, step), earlier: added(earlier, { ...top, refiledAs: top.n + 1 }), parts };
  const after = stepped(top, step, targetOf(top, step));
  if (step.event === 'superseded' || step.event === 'transferred') return carriedOn(rows, step, after);
  const part = namedPart(step);
  return { top: after, earlier, parts: part === null ? parts : added(parts, splitRow(top, step, part)) };
}

/** A step that is kept on the row's timeline and moves nothing. */
export function note({ top, ...others }: Rows, step: Occurrence): Rows {
  return { ...others, top: { ...top, steps: added(top.steps, { occurrence: step, from: top.status, to: top.status }) } };
}

function refiledRow({ n, status }: Row, step: Occurrence): Row {
  return { ...openRow(n + 1), status: 'charged', refiles: n, weight: step.weight, steps: added(null, { occurrence: step, from: status, to: 'charged' }) };
}

/** A charge is carried by one of another offence, or by the next row of its own chain, of which nobody need have told. */
function carriedOn({ top, earlier, parts }: Rows, step: Occurrence, after: Row): Rows {
  if (step.carriedBy !== null) return { top: { ...after, carriedBy: step.carriedBy }, earlier, parts };
  const next = openRow(top.n + 1);
  const moved = step.event === 'transferred';
  const status = moved || KEPT_BY_SUCCESSOR.includes(top.status) ? top.status : 'charged';
  const opened = { ...step, facts: [], variants: [], inferred: true, announcedOn: null, occurredOn: null };
  const successor = { ...next, status, plea: moved ? top.plea : next.plea, trialNo: moved ? top.trialNo : 0, weight: step.weight, movedOn: step.lo };
  return { top: { ...successor, steps: added(null, { occurrence: opened, from: '(none)', to: status }) }, earlier: added(earlier, { ...after, carriedBy: next.n }), parts };
}

/** The named counts, which share the life of their charge so far. */
function splitRow(row: Row, step: Occurrence, part: string): Row {
  const gone = stepped(row, { ...step, value: '' }, 'dismissed');
  return { ...gone, part, countsDismissed: 0, steps: added(row.steps, { occurrence: step, from: row.status, to: 'dismissed' }) };
}

function targetOf({ status, prior }: Row, step: Occurrence): RowStatus {
  if (isPartial(step) || isOverlay(step.event)) return status;
  const to = statusAfter(step.event);
  if (to) return to;
  return TRANSITIONS[step.event].to === '(prior)' ? (prior.at(-1) ?? 'charged') : (prior.findLast(isConviction) ?? 'convicted');
}

const isConviction = (status: RowStatus): boolean => status === 'convicted' || status === 'sentenced';

function stepped(row: Row, step: Occurrence, to: RowStatus): Row {
  return {
    ...row,
    ...proofAfter(row, step, to),
    status: to,
    plea: pleaAfter(row, step),
    basis: basisAfter(row, step, to),
    trialNo: row.trialNo + (to === 'on_trial' && row.status !== 'on_trial' && !TRANSITIONS[step.event].to.startsWith('(prior') ? 1 : 0),
    refile: refileAfter(row, step, to),
    appeal: appealAfter(row, step),
    countsDismissed: row.countsDismissed + (isPartial(step) ? countsIn(step) : 0),
    steps: added(row.steps, { occurrence: step, from: row.status, to }),
  };
}

function proofAfter(row: Row, step: Occurrence, to: RowStatus): Partial<Row> {
  if (to !== row.status) return { weight: step.weight, movedOn: step.lo, prior: priorAfter(row, step, to) };
  return isOverlay(step.event) ? {} : { weight: Math.max(row.weight, step.weight) };
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

/** As it is told; else what went before it says. It is kept as long as anything of the conviction may come back. */
function basisAfter({ basis, status, plea }: Row, { event, facts }: Occurrence, to: RowStatus): Basis | null {
  if (event === 'plea_withdrawn') return null;
  if (to !== 'convicted' || event === 'conviction_reinstated') return basis;
  const said = winnerOn(facts.flatMap(({ voices }) => voices), 'basis');
  const told = BASES.find((each) => each === said);
  return told ?? (status === 'convicted' ? basis : likelyBasis(status, plea));
}

function likelyBasis(status: RowStatus, plea: Plea): Basis | null {
  if (status === 'on_trial' || plea === 'not_guilty') return 'verdict';
  return GUILTY.includes(plea) ? 'plea' : null;
}

function refileAfter(row: Row, step: Occurrence, to: RowStatus): Refile | null {
  const ended = isPartial(step) ? null : refileByEvent(row, step);
  return ended ?? (to === row.status || KEEPS_REFILE.includes(to) ? row.refile : null);
}

function refileByEvent(row: Row, step: Occurrence): Refile | null {
  if (step.event === 'declined') return 'possible';
  if (step.event === 'acquitted') return 'barred';
  if (step.event === 'dismissed') return refileSaid(row, step);
  /* Of a stay nobody asks, unless somebody said it or the law of the place does. */
  return step.event === 'stayed' && step.refile !== 'unknown' ? step.refile : null;
}

/** A later report of the dismissal that is silent on refiling does not unsay what an earlier one said. */
function refileSaid({ status, refile }: Row, step: Occurrence): Refile {
  return status === 'dismissed' && refile && step.refile === 'unknown' ? refile : step.refile;
}

function appealAfter({ appeal }: Row, { event, value }: Occurrence): Appeal {
  const { appeal: told } = TRANSITIONS[event];
  return told === 'allowed' && value === 'part' ? 'allowed_in_part' : (told ?? appeal);
}
