/**
 * A date as precise as its source: `2023`, `2023-Q1`, `2023-01`, `2023-04-20`, `../2023-04-20` (on or before)
 * or `2023-04-20/..` (on or after); the open forms are those of EDTF (ISO 8601-2).
 *
 * Kept as text because a story that says "in January" must never come back as 1 January.
 */
export type PartialDate = string & { readonly __brand: 'PartialDate' };

export type DatePrecision = 'day' | 'month' | 'quarter' | 'year' | 'before' | 'after' | 'unknown';

/** Whole days since 1970-01-01 (UTC, proleptic Gregorian). */
export type Day = number;

/** Both ends belong to it. */
export type DayRange = Readonly<{ from: Day; to: Day }>;

/** Stand for an open end. Year 0001 and 9999: beyond any docket, within what Postgres and ISO text can say. */
export const FIRST_DAY: Day = -719_162;
export const LAST_DAY: Day = 2_932_896;

const MS_PER_DAY = 86_400_000;
const FORMS: readonly (readonly [RegExp, DatePrecision])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-Q[1-4]$/, 'quarter'],
  [/^\d{4}$/, 'year'],
  [/^\.\.\/\d{4}-\d{2}-\d{2}$/, 'before'],
  [/^\d{4}-\d{2}-\d{2}\/\.\.$/, 'after'],
];

/** The date in `text`, or null where it is none (`2023-02-30`, `soon`). */
export function findPartialDate(text: string): PartialDate | null {
  if (!FORMS.some(([form]) => form.test(text))) return null;
  const { from, to } = rangeOf(text as PartialDate);
  return Number.isNaN(from) || Number.isNaN(to) ? null : (text as PartialDate);
}

export function partialDate(text: string): PartialDate {
  const date = findPartialDate(text);
  if (!date) throw new Error(`Not a partial date: ${text}`);
  return date;
}

export function precisionOf(date: PartialDate | null): DatePrecision {
  return (date && FORMS.find(([form]) => form.test(date))?.[1]) ?? 'unknown';
}

/** The days a date may mean; an unknown date may mean any. */
export function rangeOf(date: PartialDate | null): DayRange {
  const precision = precisionOf(date);
  if (!date || precision === 'unknown') return { from: FIRST_DAY, to: LAST_DAY };
  if (precision === 'before') return { from: FIRST_DAY, to: dayOf(date.slice(3)) };
  if (precision === 'after') return { from: dayOf(date.slice(0, 10)), to: LAST_DAY };
  if (precision === 'day') return { from: dayOf(date), to: dayOf(date) };
  const [first, months] = firstMonth(date, precision);
  return { from: dayOf(`${first}-01`), to: dayBefore(first, months) };
}

/** The day of an ISO date (`2023-04-20`, or the date part of a longer text); NaN where there is no such day. */
export function dayOf(iso: string): Day {
  const text = iso.slice(0, 10);
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || isoOf(ms / MS_PER_DAY) !== text ? Number.NaN : ms / MS_PER_DAY;
}

export function isoOf(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

function firstMonth(date: string, precision: DatePrecision): [month: string, months: number] {
  if (precision === 'month') return [date, 1];
  if (precision === 'year') return [`${date}-01`, 12];
  const month = (Number(date[6]) - 1) * 3 + 1;
  return [`${date.slice(0, 5)}${String(month).padStart(2, '0')}`, 3];
}

function dayBefore(month: string, months: number): Day {
  if (Number.isNaN(dayOf(`${month}-01`))) return Number.NaN;
  const year = Number(month.slice(0, 4));
  return Date.UTC(year, Number(month.slice(5, 7)) - 1 + months, 1) / MS_PER_DAY - 1;
}
