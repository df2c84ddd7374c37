import { dayOf, findPartialDate, isoOf, precisionOf } from '@docketwire/kernel';
import type { PartialDate } from '@docketwire/kernel';
import { NUMBER_WORDS } from '../lexicon/words.js';
import type { FormName } from './find.js';

export type Anchor = Readonly<{ published: string; before: PartialDate | null }>;
type Resolver = (text: string, anchor: Anchor) => string | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A story may print a date some days ahead of its own (time zones, a later edition), never more. */
const AHEAD_DAYS = 2;

const RESOLVERS: Readonly<Record<FormName, Resolver>> = {
  weekdayMonthDay: dayAndMonth,
  weekdayDayMonth: dayAndMonth,
  monthDay: dayAndMonth,
  dayMonth: dayAndMonth,
  iso: (text) => text,
  numeric: numericDate,
  monthYear: (text) => `${yearIn(text)}-${monthIn(text)}`,
  lastMonthName: (text, { published }) => latestMonth(text, { published: shifted(published, 'month', -1) ?? published, before: null }),
  inMonth: latestMonth,
  lastWeekday: latestWeekday,
  weekday: latestWeekday,
  yesterday: (_, { published }) => shifted(published, 'day', -1),
  today: (_, { published }) => published,
  lastNight: (_, { published }) => shifted(published, 'day', -1),
  lastUnit,
  thisUnit: (text, { published }) => (text.endsWith('year') ? published.slice(0, 4) : text.endsWith('month') ? published.slice(0, 7) : null),
  ago: (text, { published }) => (text.endsWith('ago') ? coarse(text, published, -1) : null),
  thatMonth: (text, { before }) => (before ? monthOnOrAfter(text, before) : null),
  following: (text, { before }) => (before && isFineEnough(text, before) ? afterwards(text, before) : null),
  year: yearIn,
};

/** News tells what has happened: a day after that of publication dates no step. */
export function resolve(form: FormName, text: string, anchor: Anchor): PartialDate | null {
  const iso = RESOLVERS[form](text, anchor);
  const date = iso === null ? null : findPartialDate(iso);
  return date !== null && date > anchor.published.slice(0, date.length) ? null : date;
}

/** A day counts from a day, a month from a month. */
function isFineEnough(text: string, before: PartialDate): boolean {
  const precision = precisionOf(before);
  return precision === 'day' || (precision === 'month' && /month|year/.test(text)) || (precision === 'year' && text.includes('year'));
}

function monthOnOrAfter(text: string, before: PartialDate): string {
  const month = monthIn(text);
  const year = Number(before.slice(0, 4));
  return month < before.slice(5, 7) ? `${year + 1}-${month}` : `${year}-${month}`;
}

function dayAndMonth(text: string, { published }: Anchor): string | null {
  const day = /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text)?.[1]?.padStart(2, '0');
  const rest = `-${monthIn(text)}-${day}`;
  const told = yearIn(text);
  if (told) return `${told}${rest}`;
  const year = Number(published.slice(0, 4));
  const candidate = dayOf(`${year}${rest}`);
  return Number.isNaN(candidate) || candidate <= dayOf(published) + AHEAD_DAYS ? `${year}${rest}` : `${year - 1}${rest}`;
}

/** Day first, unless that cannot be. */
function numericDate(text: string): string | null {
  const [first = '', second = '', year = ''] = text.split(/[/.]/);
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function latestMonth(text: string, { published }: Anchor): string {
  const month = monthIn(text);
  const year = Number(published.slice(0, 4));
  return month <= published.slice(5, 7) ? `${year}-${month}` : `${year - 1}-${month}`;
}

function latestWeekday(text: string, { published }: Anchor): string | null {
  const word = /(?:mon|tue|wed|thu|fri|sat|sun)/.exec(text.toLowerCase().replace(/^last /, ''))?.[0] ?? '';
  const today = dayOf(published);
  if (Number.isNaN(today)) return null;
  const back = (new Date(today * 86_400_000).getUTCDay() - WEEKDAYS.indexOf(word) + 7) % 7;
  return isoOf(today - back);
}

function lastUnit(text: string, { published, before }: Anchor): string | null {
  const lower = text.toLowerCase();
  if (/same day|later that day/.test(lower)) return before;
  if (/^last|earlier this/.test(lower)) return coarse(lower, published, lower.startsWith('last') ? -1 : 0);
  return null;
}

/** A span of days keeps its day; of weeks, the month in which it ends; of months, the month; of years, the year. */
function coarse(text: string, from: string, sign: number): string | null {
  const count = sign * (countIn(text) ?? 1);
  if (text.includes('day')) return shifted(from, 'day', count);
  if (text.includes('year')) return String(Number(from.slice(0, 4)) + count);
  const moved = text.includes('week') ? shifted(from, 'day', count * 7) : shifted(from, 'month', count);
  return moved === null ? null : moved.slice(0, 7);
}

function afterwards(text: string, before: string): string | null {
  return coarse(text, before, 1);
}

function shifted(iso: string, unit: 'day' | 'month', count: number): string | null {
  const day = dayOf(iso);
  if (Number.isNaN(day)) return null;
  if (unit === 'day') return isoOf(day + count);
  const months = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

function countIn(text: string): number | null {
  const word = /^\S+/.exec(text.toLowerCase())?.[0] ?? '';
  return NUMBER_WORDS[word] ?? (/^\d+$/.test(word) ? Number(word) : null);
}

function yearIn(text: string): string | null {
  return /(?:19|20)\d\d\b/.exec(text)?.[0] ?? null;
}

function monthIn(text: string): string {
  const word = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return String(MONTHS.indexOf(word) + 1).padStart(2, '0');
}
