import { precisionOf } from '@docketwire/kernel';
import type { DatePrecision, PartialDate } from '@docketwire/kernel';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const QUARTERS = ['first', 'second', 'third', 'fourth'];

const WORDS: Readonly<Record<DatePrecision, (date: string) => string>> = {
  day: (date) => dayWords(date),
  month: (date) => monthWords(date),
  quarter: (date) => `the ${QUARTERS[Number(date[6]) - 1]} quarter of ${date.slice(0, 4)}`,
  year: (date) => date,
  before: (date) => `${dayWords(date.slice(3))} at the latest`,
  after: (date) => `${dayWords(date)} at the earliest`,
  unknown: () => 'a date that is not reported',
};

/** A date in the precision it was told with: "January 2023" never becomes the first of January. */
export function dateWords(date: PartialDate | null): string {
  return WORDS[precisionOf(date)](date ?? '');
}

/** " on 20 April 2023", " in January 2023"; nothing where no date is known. */
export function whenWords(date: PartialDate | null): string {
  const precision = precisionOf(date);
  if (precision === 'unknown') return '';
  if (precision === 'before') return ` by ${dayWords(String(date).slice(3))}`;
  if (precision === 'after') return ` on or after ${dayWords(String(date).slice(0, 10))}`;
  return `${precision === 'day' ? ' on' : ' in'} ${dateWords(date)}`;
}

/** `2023-04-20` → "20 April 2023" */
export function dayWords(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${monthWords(iso)}`;
}

/** An instant, always in UTC, and said so. */
export function instantWords(at: Date): string {
  const iso = at.toISOString();
  return `${dayWords(iso)}, ${iso.slice(11, 16)} UTC`;
}

function monthWords(iso: string): string {
  return `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
}
