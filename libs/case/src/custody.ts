import type { Occurrence } from './occurrence.js';
import { gapsFor, insert } from './placing.js';
import { isCustodyOnly, refusalOf, topOf } from './row.js';

/**
 * The list with an arrest that opens nothing, since the person was already charged: a line of the timeline at the
 * earliest point of its range; null for anything else.
 */
export function custodyPlaced(list: readonly Occurrence[], step: Occurrence): readonly Occurrence[] | null {
  const gap = gapsFor(list, step).find(({ before }) => isCustodyOnly(topOf(before.rows), step) && refusalOf(topOf(before.rows), step) === 'not_allowed');
  return gap ? insert(list, gap) : null;
}
