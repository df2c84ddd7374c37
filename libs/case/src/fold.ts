import { impliedBefore } from './inference.js';
import type { Occurrence } from './occurrence.js';
import { by, placeInDay } from './order.js';
import { isCustodyOnly, note, openRow, refusalOf, take, topOf } from './row.js';
import type { Refusal, Row } from './row.js';

/** A step that did not take effect, and the last one before it that changed the charge. */
export type Refused = Readonly<{ step: Occurrence; why: Refusal; blocker: Occurrence | null }>;

/** A charge with its refilings, after some steps in a given order. */
export type Folded = Readonly<{
  rows: readonly Row[];
  /** Ids of the steps that took effect. */
  applied: readonly string[];
  refused: readonly Refused[];
  blocker: Occurrence | null;
}>;

export const UNTOUCHED: Folded = { rows: [openRow(1)], applied: [], refused: [], blocker: null };

/** Total: a step that is not allowed is kept with the reason. */
export function fold(steps: readonly Occurrence[], start: Folded = UNTOUCHED): Folded {
  return steps.reduce(foldStep, start);
}

export function foldStep(before: Folded, step: Occurrence): Folded {
  const first = refusalOf(topOf(before.rows), step);
  if (first === 'not_allowed' && isCustodyOnly(topOf(before.rows), step)) return { ...before, rows: note(before.rows, step) };
  const rows = first === 'not_allowed' ? withImplied(before.rows, step) : before.rows;
  const why = refusalOf(topOf(rows), step);
  if (why) return { ...before, rows, refused: [...before.refused, { step, why, blocker: before.blocker }] };
  const after = take(rows, step);
  const moved = topOf(after).status !== topOf(rows).status || step.event === 'refiled';
  return { ...before, rows: after, applied: [...before.applied, step.id], blocker: moved ? step : before.blocker };
}

function withImplied(rows: readonly Row[], step: Occurrence): readonly Row[] {
  return (impliedBefore(topOf(rows), step) ?? []).reduce(take, rows);
}

const DAY_ORDER = by<Occurrence>(({ lo }) => lo, ({ event }) => placeInDay(event), ({ id }) => id);

/**
 * Exact steps in the order in which they happened. Within a day the vocabulary's order is only the usual one, so the
 * first step that the charge allows goes first: a dismissal, then the refiling of the same day, then its indictment.
 */
export function scheduled(exact: readonly Occurrence[]): Occurrence[] {
  const left = exact.toSorted(DAY_ORDER);
  const order: Occurrence[] = [];
  let folded = UNTOUCHED;
  for (let [first] = left; first; [first] = left) {
    const day = left.filter(({ lo }) => lo === first?.lo);
    const rows = folded.rows;
    const next = day.find((step) => refusalOf(topOf(rows), step) === null) ?? first;
    left.splice(left.indexOf(next), 1);
    order.push(next);
    folded = foldStep(folded, next);
  }
  return order;
}
