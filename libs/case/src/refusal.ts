import { PENDING, TRANSITIONS, VERDICTS, classOf, isClosed, statusAfter } from './lifecycle.js';
import type { Occurrence } from './occurrence.js';
import { isPartial } from './partial.js';
import type { Row } from './row.js';
import { PROOF } from './voices.js';

/** Why a step did not take effect. */
export type Refusal = 'not_allowed' | 'barred' | 'contradicts';

/** Whether the step may happen to the charge as it stands; null where it may. */
export function refusalOf(row: Row, step: Occurrence): Refusal | null {
  const { from } = TRANSITIONS[step.event];
  if (from === 'any') return null;
  if (!(isPartial(step) ? PENDING : from).includes(row.status) || isVerdictNotPlea(row, step)) return 'not_allowed';
  if (isBarred(row, step)) return 'barred';
  return contradicts(row, step) ? 'contradicts' : null;
}

/**
 * What the lifecycle does not allow and contradicts nothing either: it stays on the timeline and moves nothing. An arrest
 * of somebody already charged says where they are; that a charge stands where it stands may be told every week; and an
 * investigation goes on beside a charge.
 */
export function isLine({ status }: Row, step: Occurrence): boolean {
  if (status === '(none)' || isPartial(step)) return false;
  if (step.event === 'investigated') return classOf(status) === 'pre_charge' || classOf(status) === 'open';
  return step.event === 'arrested' || statusAfter(step.event) === status;
}

/** What rests on a verdict has no plea under it that could be withdrawn. */
function isVerdictNotPlea({ status, basis }: Row, { event }: Occurrence): boolean {
  return event === 'plea_withdrawn' && status === 'convicted' && basis === 'verdict';
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
