import type { ChargeBrief, StatusChange } from '@docketwire/contracts';
import { dayOf, isoOf, precisionOf } from '@docketwire/kernel';
import type { DatePrecision, PartialDate } from '@docketwire/kernel';
import { printable } from './context.js';

/*
 * How a status is told in words. A charge is an accusation: nothing here calls a person what only a verdict could, and
 * a plea is told as a plea.
 */

/** What is needed of a charge to tell where it stands. */
export type Told = NonNullable<StatusChange['after']>;
type Status = Told['status'];
type Plea = Told['plea'];

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  under_investigation: 'under investigation, not charged',
  arrested: 'arrested, not charged',
  declined: 'not charged: prosecutors declined',
  charged: 'charged',
  indicted: 'indicted',
  committed: 'sent for trial',
  pleaded: 'plea entered',
  on_trial: 'on trial',
  mistrial: 'mistrial, no verdict',
  convicted: 'convicted',
  sentenced: 'sentenced',
  acquitted: 'acquitted',
  not_responsible: 'found not criminally responsible',
  dismissed: 'dismissed',
  stayed: 'stayed',
  diverted: 'diverted',
  vacated: 'conviction set aside',
  pardoned: 'pardoned',
  abated: 'lapsed without an outcome',
  transferred: 'moved to another court',
  superseded: 'replaced by another charge',
  unknown: 'status not known',
};

const PLEA_WORDS: Readonly<Record<Plea, string>> = {
  none: 'plea entered',
  not_guilty: 'pleaded not guilty',
  guilty: 'pleaded guilty',
  no_contest: 'pleaded no contest',
  guilty_to_lesser: 'pleaded guilty to a lesser offence',
  not_responsible_plea: 'pleaded not criminally responsible',
  stood_mute: 'entered no plea',
  unfit_to_plead: 'found unfit to plead',
  withdrawn: 'plea withdrawn',
};

const REFILE_WORDS: Readonly<Record<NonNullable<Told['refile']>, string | null>> = {
  possible: 'can be filed again',
  barred: 'cannot be filed again',
  // Nobody said: nothing is guessed.
  unknown: null,
};

const DATE_WORDS: Readonly<Record<DatePrecision, (date: string) => string>> = {
  day: (date) => format(date, { day: 'numeric', month: 'long', year: 'numeric' }),
  month: (date) => format(`${date}-01`, { month: 'long', year: 'numeric' }),
  quarter: (date) => `quarter ${date.slice(-1)} of ${date.slice(0, 4)}`,
  year: (date) => date,
  before: (date) => `by ${dateWords(date.slice(3))}`,
  after: (date) => `${dateWords(date.slice(0, 10))} or later`,
  unknown: (date) => date,
};

export const PRESUMPTION = 'A charge is an accusation. Everyone is presumed innocent until proven guilty in court.';

export function statusWords({ status, plea }: Pick<Told, 'status' | 'plea'>): string {
  return status === 'pleaded' ? PLEA_WORDS[plea] : STATUS_WORDS[status];
}

/** `dismissed (announced 20 April 2023, can be filed again)` */
export function standingWords(charge: Told): string {
  const { since, realis, refile } = charge;
  const date = since ? dateWords(since) : '';
  const when = realis === 'announced' ? `announced ${date}`.trim() : date;
  const notes = [when, refile && REFILE_WORDS[refile]].filter(Boolean);
  return `${statusWords(charge)}${notes.length ? ` (${notes.join(', ')})` : ''}`;
}

/** `2 counts of involuntary manslaughter` */
export function offenceWords({ offence, counts }: Pick<ChargeBrief, 'offence' | 'counts'>): string {
  const name = offence === 'unspecified' ? 'an offence not named' : printable(offence.replaceAll('_', ' '));
  return counts === null ? name : `${countWords(counts, 'count')} of ${name}`;
}

/** `1 article`, `2 articles` */
export function countWords(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** A date as precisely as it was told: a month never becomes its first day. */
export function dateWords(text: string): string {
  return DATE_WORDS[precisionOf(text as PartialDate)](text);
}

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  // Through the calendar of the kernel, so that a day that does not exist stays as it was told.
  return Number.isNaN(dayOf(day)) ? day : new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(isoOf(dayOf(day))));
}
