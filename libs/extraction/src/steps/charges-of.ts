import { chargesIn, totalCounts } from '../offences/charges.js';
import type { Charge } from '../offences/charges.js';
import { SUBORDINATORS } from '../lexicon/words.js';
import { isBeforeCourt } from './date-of.js';
import { wordAt, kindAt } from '../clause/units.js';
import type { Unit } from '../clause/units.js';
import type { Finding } from './finding.js';

/** Words between the step and its offences. */
const REACH = 420;
const NO_OFFENCE: ReadonlySet<string> = new Set(['motion_denied']);
/** What opens the offences of an arrest: without it, what follows is how the arrest went. */
const ARREST_FOR = /^[^.;]{0,80}?\b(?:on suspicion of|for (?:investigation of|allegedly|the|an?|\w+ing)|on (?:\S+ ){0,6}?charges?|over|in connection with|to face|in relation to|accused of|for)\b/;

export type ChargesFound = Readonly<{ charges: readonly Charge[]; counts: number | null }>;

/** The offences of a step: from its words to the next step or clause, else between the clause's beginning and the words. */
export function chargesOf(text: string, finding: Finding, all: readonly Finding[]): ChargesFound {
  const { rule: { event } } = finding;
  if (NO_OFFENCE.has(event)) return { charges: [], counts: null };
  const after = windowAfter(text, finding, all);
  if ((event === 'arrested' || event === 'extradited') && !ARREST_FOR.test(after.slice(finding.rule.id.length > 0 ? wordsLength(finding) : 0))) return { charges: [], counts: null };
  const charges = chargesIn(after);
  if (charges.length) return { charges, counts: totalCounts(after) };
  const before = windowBefore(text, finding, all);
  return { charges: /\bcharges?|counts?\b|conviction|convicted|verdict|trial|guilty\b/.test(before + after) && isCloseBefore(finding) ? chargesIn(before) : [], counts: totalCounts(after) ?? totalCounts(before) };
}

function wordsLength({ clause: { units }, first, last }: Finding): number {
  return (units[last]?.end ?? 0) - (units[first]?.start ?? 0);
}

/** A charge, verdict or plea may name its offence before: `the murder charge was dropped`. */
function isCloseBefore({ rule }: Finding): boolean {
  return rule.who === 'charge' || rule.who === 'trial' || /^(?:convicted|indicted|charged\.faces)/.test(rule.id);
}

function windowAfter(text: string, { clause: { units }, first, last, rule }: Finding, all: readonly Finding[]): string {
  const start = units[first]?.start ?? 0;
  let end = last + 1;
  for (; end < units.length; end += 1) {
    const unit = units[end];
    if (!unit || unit.start - start > REACH || unit.lower === ';') break;
    if (all.some((other) => other.first === end && other.rule.event !== rule.event)) break;
    if (SUBORDINATORS.has(unit.lower) && !/^(?:as|that|than|since)$/.test(unit.lower) && !isBeforeCourt(units, end)) break;
    if (isGapped(units, end) && chargesIn(plainWords(text, start, unit.start)).length) break;
  }
  return plainWords(text, start, units[end - 1]?.end ?? start);
}

const plainWords = (text: string, start: number, end: number): string => text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');

/** `X with extortion and Y with theft`: the second offence is Y's. */
function isGapped(units: readonly Unit[], at: number): boolean {
  if (wordAt(units, at) === 'but' && wordAt(units, at + 1) === 'not') return true;
  return wordAt(units, at) === 'and' && kindAt(units, at + 1) === 'person' && /^(?:with|of|to)$/.test(wordAt(units, at + 2));
}

function windowBefore(text: string, { clause: { units }, first, last, rule }: Finding, all: readonly Finding[]): string {
  const floor = Math.max(0, ...all.filter((other) => other.last < first && other.rule.event !== rule.event).map((other) => other.last + 1));
  const from = Math.max(floor, first - 14);
  return plainWords(text, units[from]?.start ?? 0, units[last]?.end ?? 0);
}
