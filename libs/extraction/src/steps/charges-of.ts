import { chargesIn, totalCounts } from '../offences/charges.js';
import type { Charge } from '../offences/charges.js';
import { SUBORDINATORS } from '../lexicon/words.js';
import { isBeforeCourt } from './date-of.js';
import { endAt, shapeOf, startAt, wordAt } from '../clause/units.js';
import type { Unit } from '../clause/units.js';
import type { Finding } from './finding.js';

/** Words between the step and its offences. */
const REACH = 420;
const NO_OFFENCE: ReadonlySet<string> = new Set(['motion_denied']);
/** What opens the offences of an arrest: without it, what follows is how the arrest went. */
const ARREST_FOR = /^[^.;]{0,80}?\b(?:on suspicion of|for (?:investigation of|allegedly|the|an?|\w+ing)|on (?:\S+ ){0,6}?charges?|over|in connection with|to face|in relation to|accused of|for)\b/;

/** `as`, `that` and `since` do not end what somebody is charged with. */
const OPENS_CLAUSE: ReadonlySet<string> = new Set([...SUBORDINATORS].filter((word) => !/^(?:as|that|than|since)$/.test(word)));

export type ChargesFound = Readonly<{ charges: readonly Charge[]; counts: number | null }>;

/** The offences of a step: from its words to the next step or clause, else between the clause's beginning and the words. */
export function chargesOf(text: string, finding: Finding, all: readonly Finding[]): ChargesFound {
  const { rule: { event } } = finding;
  const after = windowAfter(text, finding, all);
  const isBareArrest = /^(?:arrested|extradited)$/.test(event) && !ARREST_FOR.test(after.slice(wordsLength(finding)));
  if (NO_OFFENCE.has(event) || isBareArrest) return { charges: [], counts: null };
  const charges = chargesIn(after);
  if (charges.length) return { charges, counts: totalCounts(after) };
  const before = windowBefore(text, finding, all);
  const isNamedBefore = isCloseBefore(finding) && /\bcharges?|counts?\b|conviction|convicted|verdict|trial|guilty\b/.test(before + after);
  return { charges: isNamedBefore ? chargesIn(before) : [], counts: totalCounts(after) ?? totalCounts(before) };
}

function wordsLength({ clause: { units }, first, last }: Finding): number {
  return (endAt(units, last) ?? 0) - (startAt(units, first) ?? 0);
}

/** A charge, verdict or plea may name its offence before: `the murder charge was dropped`. */
function isCloseBefore({ rule }: Finding): boolean {
  return rule.who === 'charge' || rule.who === 'trial' || /^(?:convicted|indicted|charged\.faces)/.test(rule.id);
}

function windowAfter(text: string, finding: Finding, all: readonly Finding[]): string {
  const { clause: { units }, first, last } = finding;
  const limit = (startAt(units, first) ?? 0) + REACH;
  let end = last + 1;
  while ((startAt(units, end) ?? Number.POSITIVE_INFINITY) <= limit && !endsCharges({ text, finding, all, end })) end += 1;
  return plainWords(text, startAt(units, first), endAt(units, end - 1));
}

type Window = Readonly<{ text: string; finding: Finding; all: readonly Finding[]; end: number }>;

function endsCharges({ text, finding, all, end }: Window): boolean {
  const { clause: { units }, rule, first } = finding;
  const word = wordAt(units, end);
  if (/^(?:;|who|whose|which)$/.test(word) || all.some((other) => other.first === end && other.rule.event !== rule.event)) return true;
  if (OPENS_CLAUSE.has(word)) return !isBeforeCourt(units, end);
  return isGapped(units, end) && chargesIn(plainWords(text, startAt(units, first), startAt(units, end))).length > 0;
}

const plainWords = (text: string, start: number | undefined, end: number | undefined): string => text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');

/** `X with extortion and Y with theft`: the second offence is Y's. */
function isGapped(units: readonly Unit[], at: number): boolean {
  return /^(?:but not|and @ (?:with|of|to))\b/.test(shapeOf(units, at, at + 3));
}

function windowBefore(text: string, { clause: { units }, first, last, rule }: Finding, all: readonly Finding[]): string {
  const floor = Math.max(0, ...all.filter((other) => other.last < first && other.rule.event !== rule.event).map((other) => other.last + 1));
  const from = Math.max(floor, first - 14);
  return plainWords(text, startAt(units, from), endAt(units, last));
}
