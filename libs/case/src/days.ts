import { dayOf, findPartialDate, isoOf, rangeOf } from '@docketwire/kernel';
import type { Day, DayRange, PartialDate } from '@docketwire/kernel';

/*
 * Dates as text and as days, remembered: a case tells the same few dates again and again, and reading one costs more
 * than all else that is done with it.
 */

/** The days of a lifetime. Whatever a publisher sends, no more is kept. */
const MAX_REMEMBERED = 30_000;

export const dayOn: (iso: string) => Day = remembered(dayOf);
export const dateOn: (day: Day) => PartialDate = remembered((day: Day) => isoOf(day) as PartialDate);
export const daysIn: (date: PartialDate | null) => DayRange = remembered((date: PartialDate | null) => rangeOf(date === null ? null : findPartialDate(date)));

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const value = find(key);
    known.set(key, value);
    return value;
  };
}
