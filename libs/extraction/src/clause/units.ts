import type { FoundDate } from '../dates/find.js';
import { FEMALE, MALE } from '../lexicon/names.js';
import { GROUP_HEADS, MEN, PERSONS, RELATIVES as RELATIVE_HEADS, WOMEN } from '../lexicon/people.js';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, NOT_PAST, NUMBER_WORDS, OBJECT_PRONOUNS, POSSESSIVES, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS, SUBORDINATORS, VERBS } from '../lexicon/words.js';
import type { Mention } from '../people/mentions.js';
import type { Gender, Person } from '../people/people.js';
import type { Sentence } from '../text/sentences.js';
import type { Token } from '../text/tokens.js';

export type UnitKind = 'person' | 'date' | 'word' | 'number' | 'mark' | 'body';

/** A person by what they are: `the 64-year-old actor`, `two men`. */
export type Description = Readonly<{
  head: string;
  definite: boolean;
  /** How many persons; null for a plural that gives no number. */
  count: number | null;
  gender: Gender;
  age: number | null;
  /** `the driver of the van` is one whom the words tell apart from others. */
  complement: boolean;
  /** `the other four`: not those spoken of before. */
  other: boolean;
}>;

/** A word, or a group of words that acts as one: a name, a description, a date. */
export type Unit = Readonly<{
  kind: UnitKind;
  lower: string;
  start: number;
  end: number;
  quoted: boolean;
  /** Whom a name means; several where the name alone does not decide. */
  persons: readonly Person[];
  description: Description | null;
  pronoun: boolean;
  date: FoundDate | null;
}>;

export type Clause = Readonly<{ sentence: Sentence; units: readonly Unit[]; norm: string; starts: readonly number[] }>;

export type Known = Readonly<{
  mentions: readonly Mention[];
  of: ReadonlyMap<Mention, readonly Person[]>;
  dates: readonly FoundDate[];
}>;

/** A description has at most so many words before its head. */
const LONGEST_DESCRIPTION = 9;

/** A sentence as units, and as one line in which a person is `@` and a date `#`, for the rules to match. */
export function clauseOf(sentence: Sentence, known: Known): Clause {
  const units = describe(namedUnits(sentence, known));
  const starts: number[] = [];
  const words: string[] = [];
  let at = 0;
  for (const unit of units) {
    const word = normOf(unit);
    starts.push(at);
    words.push(word);
    at += word.length + 1;
  }
  return { sentence, units, norm: words.join(' '), starts };
}

/** The word at a place, '' beyond the ends: the walks over a clause ask for neighbours that need not be there. */
export const wordAt = (units: readonly Unit[], at: number): string => units[at]?.lower ?? '';

export const kindAt = (units: readonly Unit[], at: number): UnitKind | null => units[at]?.kind ?? null;

/** A few neighbouring units as the rules see them: `@ , 33 ,`. */
export const shapeOf = (units: readonly Unit[], from: number, to: number): string => units.slice(Math.max(0, from), Math.max(0, to)).map(normOf).join(' ');

/** A unit that is one word and, as far as its form tells, a verb. */
export const isVerbAt = (units: readonly Unit[], at: number): boolean => kindAt(units, at) === 'word' && isVerb(wordAt(units, at));

/** The first entry whose pattern matches; tables of shapes read better than chains of questions. */
export function choose<T>(shape: string, table: readonly (readonly [RegExp, T])[]): T | null {
  return table.find(([pattern]) => pattern.test(shape))?.[1] ?? null;
}

/** Which unit stands at a place of the line. */
export function unitAt({ starts }: Clause, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function normOf(unit: Unit): string {
  if (unit.kind === 'person') return '@';
  if (unit.kind === 'date') return '#';
  return unit.kind === 'body' ? unit.lower.replaceAll(' ', '_') : unit.lower;
}

function namedUnits({ tokens }: Sentence, { mentions, of, dates }: Known): Unit[] {
  const units: Unit[] = [];
  const byFrom = new Map(mentions.map((mention) => [mention.from, mention]));
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const date = dates.find((each) => each.start <= token.start && token.start < each.end);
    const mention = byFrom.get(at);
    if (date) {
      units.push({ ...plainUnit(token), kind: 'date', start: Math.max(date.start, token.start), end: date.end, date });
      at = tokens.findIndex((each, index) => index > at && each.start >= date.end);
      if (at < 0) break;
    } else if (mention && !(mention.noun && !of.get(mention)?.length)) {
      units.push(nameUnit(mention, of.get(mention) ?? [], token));
      at = mention.to;
    } else {
      units.push(plainUnit(token));
      at += 1;
    }
  }
  return units.map((unit, index) => pronounUnit(unit, units[index + 1]));
}

function plainUnit(token: Token): Unit {
  const kind: UnitKind = token.kind === 'punct' ? 'mark' : token.kind;
  return { kind, lower: token.lower, start: token.start, end: token.end, quoted: token.quoted, persons: [], description: null, pronoun: false, date: null };
}

function nameUnit(mention: Mention, persons: readonly Person[], token: Token): Unit {
  const real = persons.filter((person) => person.evidence >= 0);
  return { ...plainUnit(token), kind: real.length ? 'person' : 'body', lower: mention.words.join(' ').toLowerCase(), start: mention.start, end: mention.end, persons: real };
}

function pronounUnit(unit: Unit, next: Unit | undefined): Unit {
  if (unit.kind !== 'word') return unit;
  const isObject = OBJECT_PRONOUNS.has(unit.lower) && (unit.lower !== 'her' || !next || !isNounLike(next));
  return SUBJECT_PRONOUNS.has(unit.lower) || isObject ? { ...unit, kind: 'person', pronoun: true } : unit;
}

function isNounLike(unit: Unit): boolean {
  if (unit.kind === 'body' || unit.kind === 'number' || (unit.kind === 'person' && unit.description !== null)) return true;
  return unit.kind === 'word' && !isStructure(unit.lower) && !isVerb(unit.lower);
}

export function isStructure(word: string): boolean {
  return PREPOSITIONS.has(word) || CONJUNCTIONS.has(word) || AUXILIARIES.has(word) || SUBORDINATORS.has(word) || RELATIVES.has(word) || word === 'not';
}

/** A finite verb or past participle, as far as its form tells. */
export function isVerb(word: string): boolean {
  if (VERBS.has(word) || AUXILIARIES.has(word)) return true;
  return word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word) && (!word.includes('-') || word.startsWith('re-'));
}

function describe(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    if (!isHead(unit, units[at + 1], units[at - 1])) {
      out.push(unit);
      continue;
    }
    const length = lengthBefore(out, unit);
    const taken = out.splice(out.length - length, length);
    const next = units[at + 1];
    const named = next?.kind === 'person' && next.persons.length > 0 && !isWord(taken[0], 'both');
    out.push(named ? { ...next, start: taken[0]?.start ?? unit.start, description: descriptionOf(taken, unit, next) } : described(taken, unit, next));
    if (named) at += 1;
  }
  return out;
}

function isWord(unit: Unit | undefined, word: string): boolean {
  return unit?.lower === word;
}

/** The last of several nouns is the head: `gang member`, `police officer`. */
function isHead(unit: Unit, next: Unit | undefined, previous: Unit | undefined): boolean {
  if (isCountedHead(unit, next, previous)) return true;
  if (unit.kind === 'number') return /^\d{1,3}-(?:year-old|years-old)$/.test(unit.lower) && !(next && isNounLike(next) && !isPersonWord(next)) && !isPersonWord(next);
  if (unit.lower === 'accused' && !(previous && opensDescription(previous))) return false;
  if (!isPersonWord(unit) || (previous?.lower === 'free' && unit.lower !== 'others')) return false;
  return !isPersonWord(next) || next?.lower === 'accused';
}

/** `the two pleaded`, `both were`: a number that stands for its persons. */
function isCountedHead({ kind, lower }: Unit, next: Unit | undefined, previous: Unit | undefined): boolean {
  if (kind !== 'word' || !next || next.kind === 'person') return false;
  const isFollowed = next.kind === 'word' && (isVerb(next.lower) || AUXILIARIES.has(next.lower));
  return isFollowed && (lower === 'both' || (/^(?:two|three|four|five|six|seven|eight)$/.test(lower) && /^(?:the|all|other)$/.test(previous?.lower ?? '')));
}

export const singularOf = (word: string): string => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, ''));

function isPersonWord(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.kind === 'word' && (PERSONS.has(unit.lower) || PERSONS.has(singularOf(unit.lower)));
}

/** `the woman's husband`: whose relative it is belongs to the description. */
function lengthBefore(units: readonly Unit[], head: Unit): number {
  const length = modifiersBefore(units);
  const isOwned = RELATIVE_HEADS.has(head.lower) && wordAt(units, units.length - length - 1) === "'s" && kindAt(units, units.length - length - 2) === 'person';
  return isOwned ? length + 2 : length;
}

/** How many of the units just read belong before the head; all the way to an article where one is near. */
function modifiersBefore(units: readonly Unit[]): number {
  let [safe, isSafe] = [0, true];
  for (let length = 1; length <= Math.min(LONGEST_DESCRIPTION, units.length); length += 1) {
    const unit = units[units.length - length] as Unit;
    if (opensDescription(unit)) return length;
    if (!isModifier(unit)) return safe;
    isSafe &&= unit.kind === 'word' && !isVerb(unit.lower);
    if (isSafe) safe = length;
  }
  return safe;
}

function opensDescription(unit: Unit): boolean {
  return DETERMINERS.has(unit.lower) || (unit.kind === 'word' && Object.hasOwn(NUMBER_WORDS, unit.lower)) || (unit.kind === 'number' && /^\d{1,3}$/.test(unit.lower));
}

function isModifier(unit: Unit): boolean {
  if (unit.kind === 'mark') return unit.lower === "'s" || unit.lower === '-';
  if (unit.kind === 'date' || unit.pronoun) return false;
  return unit.kind !== 'word' || (!isStructure(unit.lower) && !/^(?:said|says|that|have|had|has)$/.test(unit.lower));
}

function described(taken: readonly Unit[], head: Unit, next: Unit | undefined): Unit {
  return { ...head, kind: 'person', start: taken[0]?.start ?? head.start, description: descriptionOf(taken, head, next) };
}

function descriptionOf(taken: readonly Unit[], { lower: head }: Unit, next: Unit | undefined): Description {
  const words = taken.map((unit) => unit.lower);
  const [first = ''] = words;
  const number = words.map((word) => (word === 'a' || word === 'an' ? undefined : NUMBER_WORDS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined))).find((each) => each !== undefined);
  const counted = NUMBER_WORDS[head];
  const isPlural = counted !== undefined || GROUP_HEADS.has(head) || (!PERSONS.has(head) && head.endsWith('s'));
  return {
    head,
    definite: head === 'both' || taken[0]?.kind === 'person' || /^(?:the|this|that|these|those|both|all)$/.test(first) || POSSESSIVES.has(first),
    count: isPlural ? (/^(?:pair|duo|couple|twins|both)$/.test(head) || first === 'both' ? 2 : head === 'trio' ? 3 : (number ?? counted ?? null)) : 1,
    gender: genderOf([...words, head]),
    age: ageIn([...words, head]),
    complement: next?.lower === 'of' && !RELATIVE_HEADS.has(head),
    other: words.includes('other') || words.includes('another') || head === 'others',
  };
}

function genderOf(words: readonly string[]): Gender {
  const singular = words.map((word) => (word === 'men' ? 'man' : word === 'women' ? 'woman' : word));
  if (singular.some((word) => MEN.has(word))) return 'm';
  if (singular.some((word) => WOMEN.has(word))) return 'f';
  return null;
}

function ageIn(words: readonly string[]): number | null {
  const aged = words.find((word) => /^\d{1,3}-years?-old$/.test(word));
  return aged ? Number.parseInt(aged, 10) : null;
}

export const isGivenName = (word: string): boolean => MALE.has(word) || FEMALE.has(word);
