import { UNTOUCHED, fold, foldStep } from './fold.js';
import type { Folded } from './fold.js';
import { isClosed, isOverlay } from './lifecycle.js';
import type { RowStatus } from './lifecycle.js';
import { PROOF } from './occurrence.js';
import type { Occurrence } from './occurrence.js';
import { refusalOf, topOf } from './row.js';

/** A place between two steps: the charge as it stands there, and the rest to come. */
type Gap = Readonly<{ at: number; before: Folded; step: Occurrence }>;

/**
 * The list with a vague (or offence-less) step at the earliest point where the lifecycle allows it and no step already
 * there loses effect; null where there is none. One originator's step neither leaves an outcome nor changes one.
 */
export function placed(list: readonly Occurrence[], step: Occurrence): readonly Occurrence[] | null {
  const gaps = gapsFor(list, step);
  const whole = fold(list);
  const strict = gaps.filter(({ before }) => refusalOf(topOf(before.rows), step) === null);
  /* An offence-less step may not imply others: it only joins a charge that was ready for it. */
  const fitting = [...strict, ...(step.offenceless ? [] : gaps)].find((gap) => fits(gap, list, whole));
  return fitting ? insert(list, fitting) : null;
}

/** Every gap in the step's range. It counts from the end of its gap: until then, the earlier status is the surer. */
export function gapsFor(list: readonly Occurrence[], step: Occurrence): Gap[] {
  const bounds = [-Infinity, ...list.map(({ on }) => on), Infinity];
  const folds = list.reduce<Folded[]>((done, next) => [...done, foldStep(done.at(-1) ?? UNTOUCHED, next)], [UNTOUCHED]);
  return folds.flatMap((before, at) => {
    const [from = -Infinity, to = Infinity] = bounds.slice(at, at + 2);
    const inRange = from <= step.hi && to >= step.lo;
    return inRange ? [{ at, before, step: { ...step, on: Math.max(from, Math.min(step.hi, to)) } }] : [];
  });
}

export function insert(list: readonly Occurrence[], { at, step }: Gap): readonly Occurrence[] {
  return list.toSpliced(at, 0, step);
}

function fits({ at, before, step }: Gap, list: readonly Occurrence[], whole: Folded): boolean {
  if (isOutOfPlace(topOf(before.rows).status, step)) return false;
  const taken = foldStep(before, step);
  const after = fold(list.slice(at), taken);
  if (!after.applied.includes(step.id) || undoes(whole, after, taken.rows.length - before.rows.length)) return false;
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
  const kept = new Set(after.applied);
  return !whole.applied.every((id) => kept.has(id)) || after.rows.length > whole.rows.length + opened;
}

/** A refiling opens a row of its own and so leaves outcomes alone. */
const isWeak = ({ weight, event }: Occurrence): boolean => weight < PROOF && event !== 'refiled';

const isSentence = (status: RowStatus, { event }: Occurrence): boolean => status === 'convicted' && event === 'sentenced';

function movesOutcome(before: Folded, after: Folded, step: Occurrence): boolean {
  const { status } = topOf(before.rows);
  const statuses = ({ rows }: Folded): string => rows.map((row) => row.status).join(' ');
  return isClosed(status) && statuses(before) !== statuses(after) && !isSentence(status, step);
}
