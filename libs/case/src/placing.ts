import { UNTOUCHED, fold, foldStep } from './fold.js';
import type { Folded } from './fold.js';
import { listed } from './list.js';
import { isClosed, isOverlay } from './lifecycle.js';
import type { RowStatus } from './lifecycle.js';
import type { Occurrence } from './occurrence.js';
import { refusalOf } from './refusal.js';
import type { Rows } from './row.js';
import { PROOF } from './voices.js';

/** A place between two steps: the charge as it stands there, and the rest to come. */
type Gap = Readonly<{ at: number; before: Folded; step: Occurrence }>;

/**
 * The list with a vague (or offence-less) step at the earliest point where the lifecycle allows it and no step already
 * there loses effect; null where there is none. One originator's step neither leaves an outcome nor changes one.
 */
export function placed(list: readonly Occurrence[], step: Occurrence): readonly Occurrence[] | null {
  const gaps = gapsFor(list, step);
  const whole = fold(list);
  const strict = gaps.filter(({ before }) => refusalOf(before.rows.top, step) === null);
  /* An offence-less step may not imply others: it only joins a charge that was ready for it. */
  const fitting = [...strict, ...(step.offenceless ? [] : gaps)].find((gap) => fits(gap, list, whole));
  return fitting ? insert(list, fitting) : null;
}

/** Every gap in the step's range. It counts from the end of its gap: until then, the earlier status is the surer. */
export function gapsFor(list: readonly Occurrence[], step: Occurrence): Gap[] {
  const bounds = [-Infinity, ...list.map(({ on }) => on), Infinity];
  let before = UNTOUCHED;
  return bounds.slice(1).flatMap((to, at) => {
    const [from = -Infinity, last] = [bounds[at], list[at - 1]];
    if (last) before = foldStep(before, last);
    return from <= step.hi && to >= step.lo ? [{ at, before, step: { ...step, on: Math.max(from, Math.min(step.hi, to)) } }] : [];
  });
}

export function insert(list: readonly Occurrence[], { at, step }: Gap): readonly Occurrence[] {
  return list.toSpliced(at, 0, step);
}

function fits({ at, before, step }: Gap, list: readonly Occurrence[], whole: Folded): boolean {
  if (isOutOfPlace(before.rows.top.status, step)) return false;
  const taken = foldStep(before, step);
  const after = fold(list.slice(at), taken);
  if (isRefused(taken, step) || undoes(whole, after, taken.rows.top.n - before.rows.top.n)) return false;
  return !isWeak(step) || !movesOutcome(whole, after, step);
}

/** Where the step may not stand, whatever the lifecycle says: an offence-less one opens no charge, a lone one leaves no outcome. */
function isOutOfPlace(status: RowStatus, step: Occurrence): boolean {
  if (status === '(none)') return step.offenceless;
  return isWeak(step) && isClosed(status) && !isOverlay(step.event) && !isSentence(status, step);
}

/**
 * No step loses effect. Nor must one be saved by a refiling that nobody told: a charge "dropped in 2023" was dropped
 * after the plea of February, not before it and brought again in between.
 */
function undoes(whole: Folded, after: Folded, opened: number): boolean {
  const known = new Set(listed(whole.refused).map(({ step }) => step.id));
  return after.rows.top.n > whole.rows.top.n + opened || listed(after.refused).some(({ step }) => !known.has(step.id));
}

const isRefused = ({ refused }: Folded, { id }: Occurrence): boolean => refused?.last.step.id === id;

/** A refiling opens a row of its own and so leaves outcomes alone. */
const isWeak = ({ weight, event }: Occurrence): boolean => weight < PROOF && event !== 'refiled';

const isSentence = (status: RowStatus, { event }: Occurrence): boolean => status === 'convicted' && event === 'sentenced';

function movesOutcome(before: Folded, after: Folded, step: Occurrence): boolean {
  const { status } = before.rows.top;
  return isClosed(status) && !isSentence(status, step) && statusesIn(before.rows) !== statusesIn(after.rows);
}

const statusesIn = ({ top, earlier }: Rows): string => [...listed(earlier), top].map(({ status }) => status).join(' ');
