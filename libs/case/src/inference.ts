import type { Day } from '@docketwire/kernel';
import { SAME_STEP_DAYS } from './clustering.js';
import { OPENERS, PENDING, TRANSITIONS, isTimeless } from './lifecycle.js';
import type { RowStatus } from './lifecycle.js';
import { proofOf } from './occurrence.js';
import type { Occurrence } from './occurrence.js';
import type { Row } from './row.js';
import { PROOF } from './voices.js';
import type { ChargeEvent } from './vocabulary.js';

const NOT_YET_CHARGED: readonly RowStatus[] = ['(none)', 'under_investigation', 'arrested'];
const REFILABLE: readonly RowStatus[] = ['dismissed', 'declined', 'stayed'];

/** Steps of a live prosecution: after an ended one they say that it was brought again. */
const LIVE: readonly ChargeEvent[] = ['charged', 'indicted', 'committed', 'plea_entered', 'trial_started', 'mistrial', 'convicted', 'sentenced'];
/** Of these, what may follow an ending within days without being a late report of the time before it. */
const ANEW: readonly ChargeEvent[] = ['charged', 'indicted'];

/** What a pending charge must have gone through. */
const NEEDS: Readonly<Partial<Record<ChargeEvent, ChargeEvent>>> = { sentenced: 'convicted', mistrial: 'trial_started' };

type Standing = Readonly<Pick<Row, 'status' | 'refile' | 'weight' | 'movedOn'>>;

/**
 * The steps that nobody reported and that must have been for `step` to be possible; null where there are none. Only a
 * sentence implies a conviction: an appeal or a pardon does not.
 */
export function impliedBefore(row: Standing, step: Occurrence): readonly Occurrence[] | null {
  if (NOT_YET_CHARGED.includes(row.status) && !OPENERS.includes(step.event) && !isTimeless(step.event)) return afterCharge(row, step);
  const missing = PENDING.includes(row.status) ? NEEDS[step.event] : undefined;
  if (missing) return [implied(step, missing)];
  return meansRefiling(row, step) ? onwards(row, step, [implied(step, 'refiled')]) : null;
}

function afterCharge(row: Standing, step: Occurrence): readonly Occurrence[] | null {
  const charged = implied(step, 'charged');
  return step.event === 'refiled' ? [charged, implied(step, 'dismissed')] : onwards(row, step, [charged]);
}

/** From `charged`, whatever else the step needs. */
function onwards(row: Standing, step: Occurrence, before: readonly Occurrence[]): readonly Occurrence[] | null {
  if (TRANSITIONS[step.event].from.includes('charged')) return before;
  const more = impliedBefore({ ...row, status: 'charged' }, step);
  return more && [...before, ...more];
}

/**
 * An unsaid refiling: told by two, or while it was news. Where the step is better proved than the ending, it is the
 * ending that is doubtful, and `chain.ts` sets it aside.
 */
function meansRefiling(row: Standing, step: Occurrence): boolean {
  if (!LIVE.includes(step.event) || !REFILABLE.includes(row.status)) return false;
  if (step.weight < PROOF && (!step.fresh || row.refile === 'barred')) return false;
  return proofOf(row.weight) >= proofOf(step.weight) && (ANEW.includes(step.event) || isWellAfter(step.lo, row.movedOn));
}

const isWellAfter = (day: Day, ended: Day | null): boolean => ended !== null && day > ended + SAME_STEP_DAYS;

/** What nobody told, of the day and the proof of what implies it. */
export function implied(by: Occurrence, event: ChargeEvent): Occurrence {
  return { ...by, event, value: '', refile: 'unknown', facts: [], variants: [], inferred: true, announcedOn: null, occurredOn: null, realis: 'occurred', refileYears: null, carriedBy: null };
}
