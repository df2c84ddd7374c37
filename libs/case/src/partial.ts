import type { Occurrence } from './occurrence.js';

/*
 * A dismissal of some of the counts: `c:1,3` names them, `n:2` says how many, `some` says neither.
 */
type Dismissal = Pick<Occurrence, 'event' | 'value'>;

/** Only some of the counts: the charge goes on. */
export const isPartial = ({ event, value }: Dismissal): boolean => event === 'dismissed' && value !== '';

/** The counts that it names; null where it names none. */
export const namedPart = ({ event, value }: Dismissal): string | null => (event === 'dismissed' && value.startsWith('c:') ? value.slice(2) : null);

/** How many counts are gone by it. Of `some` nobody knows: none is taken off. */
export function countsIn({ value }: Pick<Occurrence, 'value'>): number {
  if (value.startsWith('c:')) return value.split(',').length;
  return value.startsWith('n:') ? Number(value.slice(2)) || 0 : 0;
}

/** Whether `less` may be the dismissal that `more` tells, told with less detail. */
export function saysLess(less: Dismissal, more: Dismissal): boolean {
  if (!isPartial(less) || !isPartial(more) || less.value === more.value) return false;
  if (less.value === 'some') return true;
  return namedPart(less) === null && namedPart(more) !== null && countsIn(less) === countsIn(more);
}
