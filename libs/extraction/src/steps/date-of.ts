import type { PartialDate } from '@docketwire/kernel';
import { SPEECH } from '../lexicon/people.js';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, VERBS } from '../lexicon/words.js';
import { dateAt, isVerb, isVerbAt, kindAt, shapeOf, wordAt } from '../clause/units.js';
import type { Unit } from '../clause/units.js';
import type { Finding } from './finding.js';

/** A date after the step belongs to it within so many units. */
const AFTER = 26;
const BEFORE = 14;
/** A date that opens the sentence reaches further. */
const BEFORE_LEAD = 40;
const AFTER_DATE = /^(?:who|that|which|not|guilty|also|his|her|their|the|a|an|said|to|no|local|court|but|all|by|its)$/;
const ENDS_CLAUSE = /^(?:who|which|whose|ahead|prior|pending|will|due|scheduled|expected|;)$/;
/** An act (`for shooting`, `in the death`) claims the dates that follow it, apart from fresh ones. */
const ACT = /^(?:killing|murdering|shooting|stabbing|raping|assaulting|attacking|robbing|beating|driving|abusing|death|deaths|shootings?|killings?|attacks?|attack|crash|accident|incident|fire|robbery|slaying|stabbing|offences|occurred|happened|committed|dating|took|died|killed|shot|stabbed|murdered|when|since|between|born|who|setting|throwing|defrauding|stealing)$/;

/** When the step happened, as the words around it tell; null rather than a guess. */
export function dateOf(finding: Finding, all: readonly Finding[]): PartialDate | null {
  const { clause: { units }, first, last, group } = finding;
  if (isStanding(finding)) return null;
  const within = inside(units, Math.min(first, group.start), last) ?? rightBefore(finding, all);
  if (isNominal(finding)) return within ?? notFresh(finding, after(finding, all));
  return within ?? after(finding, all) ?? before(finding, all) ?? shared(finding, all);
}

/** `his conviction` is history: the date that opens the sentence is another step's. */
function isNominal({ rule }: Finding): boolean {
  return /^(?:convicted|plea|sentenced|acquitted|indicted)\.(?:own|noun|own-term|own-sentencing|own\.not-guilty)$/.test(rule.id);
}

/** `acquitted of murder but convicted of theft on Thursday`: one date, at the end, for both. */
function shared(finding: Finding, all: readonly Finding[]): PartialDate | null {
  const { clause: { units }, last } = finding;
  const [next] = all.filter((other) => other.first > last && other.rule.event !== finding.rule.event).toSorted((a, b) => a.first - b.first);
  if (!next || next.scope.kind === 'doubt') return null;
  const between = units.slice(last + 1, next.first);
  const isJoined = between.some((unit) => unit.lower === 'and' || unit.lower === 'but') && !between.some((unit) => SUBORDINATORS.has(unit.lower) || /^(?:who|which|;)$/.test(unit.lower) || unit.kind === 'date');
  return isJoined ? after(next, all) : null;
}

/** A conviction told in passing is not of this week. */
function notFresh({ clause: { units } }: Finding, when: PartialDate | null): PartialDate | null {
  return units.some((unit) => unit.date?.fresh && unit.date.when === when) ? null : when;
}

/** `faces charges` tells how things stand, not when they began. */
const isStanding = ({ rule, clause, first }: Finding): boolean => rule.id === 'charged.faces' && wordAt(clause.units, first) !== 'faced';

/** `Prosecutors on Friday formally dismissed`. */
function rightBefore(finding: Finding, all: readonly Finding[]): PartialDate | null {
  const { clause: { units }, first, group } = finding;
  let at = Math.min(first, group.start) - 1;
  while (at > 0 && kindAt(units, at) === 'word' && wordAt(units, at).endsWith('ly')) at -= 1;
  return isDateOfStep(units, at) && !followsOther(finding, all, at) ? dateAt(units, at) : null;
}

function inside(units: readonly Unit[], from: number, to: number): PartialDate | null {
  for (let at = from; at <= to; at += 1) if (isOwn(units, at)) return dateAt(units, at);
  return null;
}

/** `his October trial`, `the 2011 murder`: such a date belongs to the noun. */
function isOwn(units: readonly Unit[], at: number): boolean {
  if (!dateAt(units, at)) return false;
  const next = kindAt(units, at + 1);
  return next === 'word' ? mayFollow(wordAt(units, at + 1)) : next !== 'body' && next !== 'number';
}

function mayFollow(word: string): boolean {
  return [PREPOSITIONS, CONJUNCTIONS, SUBORDINATORS].some((words) => words.has(word)) || isVerb(word) || /(?:ly|ing)$/.test(word) || AFTER_DATE.test(word);
}

function after(finding: Finding, all: readonly Finding[]): PartialDate | null {
  const { clause: { units }, last } = finding;
  const end = Math.min(units.length, last + AFTER, nextStart(finding, all));
  const isOver = (at: number): boolean => endsClause(units, at) || ((isInserted(finding) || isSubordinate(finding)) && wordAt(units, at) === ',') || (finding.rule.who !== 'last' && isFiniteAt(units, at));
  let claimed = false;
  for (let at = last + 1; at < end; at += 1) {
    if (isDateOfStep(units, at) && (!claimed || isFresh(units, at))) return dateAt(units, at);
    if (isOver(at)) return null;
    claimed ||= isAct(units, at);
  }
  return null;
}

/** `A year after he was convicted, X`: the clause ends at the comma. */
function isSubordinate({ clause: { units }, first, group }: Finding): boolean {
  const from = Math.min(first, group.start);
  const lead = units.slice(Math.max(0, from - 5), from).findLast(({ kind, lower }) => (kind === 'word' && !DETERMINERS.has(lower)) || lower === ',');
  return lead !== undefined && SUBORDINATORS.has(lead.lower) && lead.lower !== 'that' && lead.lower !== 'as';
}

/** `X, charged with murder, was`: the participle ends at the comma. */
function isInserted({ rule, group, first, clause }: Finding): boolean {
  return rule.who === 'patient' && group.start === first && wordAt(clause.units, first - 1) === ',';
}

const isFresh = (units: readonly Unit[], at: number): boolean => units[at]?.date?.fresh ?? false;

const isDateOfStep = (units: readonly Unit[], at: number): boolean => isOwn(units, at) && !isRange(units, at);

function isAct(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  const before = wordAt(units, at - 1);
  if (word === 'death' && before === 'to') return false;
  return ACT.test(word) || (word.endsWith('ing') && word.length > 5 && /^(?:of|for|by|to)$/.test(before));
}

/** `until`, `from ... to`: ends of a span, not the day of a step. */
function isRange(units: readonly Unit[], at: number): boolean {
  return /^(?:until|till|between|from|by|for|since|before)$/.test(wordAt(units, at - 1)) || /^(?:until|between|till|from) /i.test(wordAt(units, at));
}

/** `arraigned before Justice X`: a place, not a time. */
export function isBeforeCourt(units: readonly Unit[], at: number): boolean {
  return wordAt(units, at) === 'before' && units.slice(at + 1, at + 6).some((unit, index, all) => (unit.kind === 'person' || unit.kind === 'body' || /court|judge|justice|magistrate/.test(unit.lower)) && !all.slice(0, index + 2).some((each) => each.kind === 'word' && isVerb(each.lower)));
}

/** `convicted of fraud walked out on Tuesday`: another verb, another step. What somebody said that day still dates it. */
function isFiniteAt(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  return kindAt(units, at) === 'word' && (VERBS.has(word) || AUXILIARIES.has(word)) && !word.endsWith('ed') && !SPEECH.has(word) && !/^(?:be|been|being|cut|set|put|lay|led|found|given|held|killed|shot|stolen)$/.test(word);
}

function endsClause(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  if (ENDS_CLAUSE.test(word)) return true;
  if (SUBORDINATORS.has(word)) return word !== 'as' && word !== 'than' && !isBeforeCourt(units, at);
  return /^, (?:and|but) @$/.test(shapeOf(units, at - 1, at + 2)) && isVerbAt(units, at + 2);
}

/** Where the next step of the sentence begins, whose date this is not. */
function nextStart({ last, rule }: Finding, all: readonly Finding[]): number {
  return Math.min(...all.filter((other) => other.first > last && other.rule.event !== rule.event).map((other) => Math.min(other.first, other.group.start)), Number.POSITIVE_INFINITY);
}

/** `On Thursday, prosecutors ...`, `In 2008 he was`: back to the clause's beginning; only the nearest. */
function before(finding: Finding, all: readonly Finding[]): PartialDate | null {
  const { clause: { units }, first, group } = finding;
  const from = Math.min(first, group.start);
  const stop = Math.max(0, from - (leadsSentence(units) ? BEFORE_LEAD : BEFORE));
  for (let at = from - 1; at >= stop && !opensClause(units, at); at -= 1) {
    if (isDateOfStep(units, at) && !belongsElsewhere(units, at, from)) return followsOther(finding, all, at) ? null : dateAt(units, at);
    if (all.some((other) => isDatedStep(other, finding, at))) return null;
  }
  return null;
}

function opensClause(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  if (/^(?:who|which|whose|;)$/.test(word)) return true;
  return SUBORDINATORS.has(word) && kindAt(units, at + 1) !== 'date' && !/^(?:that|as|than|after|before|since|once)$/.test(word);
}

/** Another step stands here, and has a date of its own right after it. */
function isDatedStep(other: Finding, finding: Finding, at: number): boolean {
  const isHere = other.rule.event !== finding.rule.event && at >= other.first && at <= other.last;
  return isHere && hasDateAfter(other, Math.min(finding.first, finding.group.start));
}

/** `arrested in May, but then released`: the date after another step is that step's. */
function followsOther(finding: Finding, all: readonly Finding[], at: number): boolean {
  return all.some((other) => other !== finding && other.rule.event !== finding.rule.event && other.last < at && other.first < finding.first && at - other.last < 6);
}

function leadsSentence(units: readonly Unit[]): boolean {
  return units.slice(0, 3).some((unit) => unit.kind === 'date');
}

/** The other step has a date of its own right after it, so that what stands before both is its. */
function hasDateAfter(other: Finding, from: number): boolean {
  return other.clause.units.slice(other.last + 1, from).some((unit) => unit.date?.when);
}

/** A year or day that an act between claims: `the shooting of X in 2015 was`. */
function belongsElsewhere(units: readonly Unit[], at: number, from: number): boolean {
  if (isFresh(units, at) && from - at < 12) return false;
  for (let left = Math.max(0, at - 8); left < at; left += 1) if (isAct(units, left)) return true;
  return false;
}
