import type { PartialDate } from '@docketwire/kernel';
import { resolve } from './resolve.js';

/** An expression of time in the text, and what it means against the day of publication. */
export type FoundDate = Readonly<{
  start: number;
  end: number;
  /** Null where it needs a day that the article does not give. */
  when: PartialDate | null;
  /** Counts from the day of publication (`Thursday`, `yesterday`): how news tells its own newest step. */
  fresh: boolean;
}>;

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?';
const DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\\b\\.?';
const YEAR = '(?:19|20)\\d\\d\\b';
const NTH = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b';
const PART = '(?: (?:morning|afternoon|evening|night))?';
const COUNT = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})';

/** Ordered: of two that begin at one place, the one that says more comes first. */
export const FORMS = {
  weekdayMonthDay: `${DAY},? (?:the )?${MONTH} ${NTH}(?:,? ${YEAR})?`,
  weekdayDayMonth: `${DAY},? (?:the )?${NTH}(?: of)? ${MONTH}(?:,? ${YEAR})?`,
  monthDay: `${MONTH} ${NTH}(?:,? ${YEAR})?`,
  dayMonth: `\\b${NTH}(?: day)?(?: of)? ${MONTH}(?:,? ${YEAR})?`,
  iso: `\\b${YEAR}-\\d\\d-\\d\\d\\b`,
  numeric: `\\b\\d{1,2}[/.]\\d{1,2}[/.]${YEAR}`,
  monthYear: `\\b(?:early |late |mid-)?${MONTH},? (?:of )?${YEAR}`,
  lastMonthName: `\\b[Ll]ast ${MONTH}`,
  lastWeekday: `\\b[Ll]ast ${DAY}${PART}`,
  weekday: `\\b${DAY}${PART}`,
  inMonth: `(?:\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his|[Uu]ntil|[Tt]ill)[ -](?:early |late |mid-)?${MONTH}(?!,? (?:of )?\\d))`,
  yesterday: '\\b[Yy]esterday(?: (?:morning|afternoon|evening))?',
  today: '\\b(?:[Ee]arlier today|[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight)\\b',
  lastNight: '\\b[Ll]ast night\\b',
  lastUnit: '\\b(?:[Ll]ast|[Ee]arlier this|[Ll]ater that|[Tt]he previous|[Tt]he same) (?:week|month|year|day|weekend)\\b',
  thatMonth: `\\b[Tt]hat ${MONTH}`,
  ago: `\\b${COUNT} (?:days?|weeks?|months?|years?) (?:ago|earlier|before)\\b`,
  following: `\\b(?:the (?:following|next) (?:day|week|month|year)|${COUNT} (?:days?|weeks?|months?|years?) later)\\b`,
  thisUnit: '\\b[Tt]his (?:week|month|year|weekend)\\b',
  year: `\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id-?|[Dd]uring|[Ee]arlier in|of|[Bb]ack in|[Ff]rom)[ -](?:early |late |mid-)?${YEAR}|\\b${YEAR}`,
} as const;

export type FormName = keyof typeof FORMS;

const NAMES = Object.keys(FORMS) as FormName[];
const ANY = new RegExp(NAMES.map((name) => `(?<${name}>${FORMS[name]})`).join('|'), 'g');
/** Cheap test that most sentences fail. */
const HINT = /\d{4}|days?\b|night\b|week|month|year|[A-Z][a-z]{2,8}\.? \d|\d [A-Z]|[Jj]anuary|February|March|April|May\b|June|July|August|September|October|November|December|Jan\b|Feb\b|Aug\b|Sept\b|Oct\b|Nov\b|Dec\b|this (?:morning|afternoon|evening)/;
const FRESH: ReadonlySet<string> = new Set(['weekday', 'lastWeekday', 'yesterday', 'today', 'lastNight', 'weekdayMonthDay', 'weekdayDayMonth']);

/** The dates of a stretch of text that begins at `offset`. `before` is what "the following day" counts from. */
export function datesOf(text: string, offset: number, { published, before }: { published: string; before: PartialDate | null }): FoundDate[] {
  if (!HINT.test(text)) return [];
  const found: FoundDate[] = [];
  let previous = before;
  for (const match of text.matchAll(ANY)) {
    const form = NAMES.find((name) => match.groups?.[name] !== undefined);
    if (!form) continue;
    const when = resolve(form, match[0], { published, before: previous });
    previous = when ?? previous;
    found.push({ start: offset + match.index, end: offset + match.index + match[0].length, when, fresh: FRESH.has(form) });
  }
  return found;
}
