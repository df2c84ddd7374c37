import { impliedBefore } from './inference.js';
import { added, listed } from './list.js';
import type { List } from './list.js';
import type { Occurrence } from './occurrence.js';
import { by, placeInDay } from './order.js';
import { isPartial, namedPart } from './partial.js';
import { isLine, refusalOf } from './refusal.js';
import type { Refusal } from './refusal.js';
import { UNTOLD } from './row.js';
import type { Rows } from './row.js';
import { note, take } from './taking.js';

/** A step that did not take effect, and the last one before it that changed the charge; `line` where it is only kept on the timeline. */
export type Refused = Readonly<{ step: Occurrence; why: Refusal | 'line'; blocker: Occurrence | null }>;

/** A charge with its refilings, after some steps in a given order. */
export type Folded = Readonly<{
  rows: Rows;
  /** What took no effect: all other steps did. */
  refused: List<Refused>;
  blocker: Occurrence | null;
}>;

export const UNTOUCHED: Folded = { rows: UNTOLD, refused: null, blocker: null };

/** Total: a step that is not allowed is kept with the reason. */
export function fold(steps: readonly Occurrence[], start: Folded = UNTOUCHED): Folded {
  return steps.reduce(foldStep, start);
}

export function foldStep(before: Folded, step: Occurrence): Folded {
  const first = refusalOf(before.rows.top, step);
  if ((first === 'not_allowed' && isLine(before.rows.top, step)) || isSplit(before.rows, step)) return { ...before, rows: note(before.rows, step), refused: refusedWith(before, step, 'line') };
  const rows = first === 'not_allowed' ? withImplied(before.rows, step) : before.rows;
  const why = refusalOf(rows.top, step);
  if (why) return { ...before, rows, refused: refusedWith(before, step, why) };
  const after = take(rows, step);
  const moved = after.top.status !== rows.top.status || after.top.n !== rows.top.n;
  return { rows: after, refused: before.refused, blocker: moved ? step : before.blocker };
}

/** The same counts are gone already. */
function isSplit({ top, parts }: Rows, step: Occurrence): boolean {
  const named = namedPart(step);
  return named !== null && listed(parts).some(({ n, part }) => n === top.n && part === named);
}

function refusedWith({ refused, blocker }: Folded, step: Occurrence, why: Refused['why']): List<Refused> {
  return added(refused, { step, why, blocker });
}

function withImplied(rows: Rows, step: Occurrence): Rows {
  return (impliedBefore(rows.top, step) ?? []).reduce(take, rows);
}

/** Some of the counts go before all that are left. */
const DAY_ORDER = by<Occurrence>(({ lo }) => lo, ({ event }) => placeInDay(event), (step) => !isPartial(step), ({ id }) => id);

/**
 * Exact steps in the order in which they happened. Within a day the vocabulary's order is only the usual one, so the
 * first step that the charge allows goes first: a dismissal, then the refiling of the same day, then its indictment.
 */
export function scheduled(exact: readonly Occurrence[]): Readonly<{ steps: readonly Occurrence[]; folded: Folded }> {
  const order: Occurrence[] = [];
  let folded = UNTOUCHED;
  for (const day of daysOf(exact.toSorted(DAY_ORDER))) {
    for (let [first] = day; first; [first] = day) {
      const { top } = folded.rows;
      const next = day.find((step) => refusalOf(top, step) === null) ?? first;
      day.splice(day.indexOf(next), 1);
      order.push(next);
      folded = foldStep(folded, next);
    }
  }
  return { steps: order, folded };
}

function daysOf(inOrder: readonly Occurrence[]): Occurrence[][] {
  return [...Map.groupBy(inOrder, ({ lo }) => lo).values()];
}
