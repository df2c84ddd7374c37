import { GROUP_HEADS, MEN, PERSONS, RELATIVES, WOMEN } from '../lexicon/people.js';
import { AUXILIARIES, DETERMINERS, NUMBER_WORDS, POSSESSIVES } from '../lexicon/words.js';
import type { Gender } from '../people/people.js';
import { isNounLike, isStructure, isVerb, kindAt, wordAt } from './units.js';
import type { Description, Unit } from './units.js';

/** A description has at most so many words before its head. */
const LONGEST_DESCRIPTION = 9;
/** `guardsman`, `horsewoman`, and not `human` or `German`. */
const COMPOUND = /^(?!hum|germ|rom|norm|otto|talis|acu)[a-z-]{3,}(?:man|woman|men|women)$/;
const PAIRS = /^(?:pair|duo|couple|twins|both)$/;

/** Groups of words that describe persons become one unit each; a name right after a description takes it on. */
export function withDescriptions(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    if (isHead(units, at)) at += describeInto(out, unit, units[at + 1]);
    else out.push(unit);
  }
  return out;
}

/** Replaces the words before the head by the description; how many units after the head went into it. */
function describeInto(out: Unit[], head: Unit, next: Unit | undefined): number {
  const taken = out.splice(out.length - lengthBefore(out, head));
  const { start, lower } = taken[0] ?? head;
  const description = descriptionOf(taken, head.lower, next);
  const isNamed = next?.kind === 'person' && next.persons.length > 0 && lower !== 'both' && lower !== 'each';
  out.push(isNamed ? { ...next, start, description } : { ...head, kind: 'person', start, description });
  return isNamed ? 1 : 0;
}

/** The last of several nouns is the head: `gang member`, `police officer`. */
function isHead(units: readonly Unit[], at: number): boolean {
  if (kindAt(units, at) === 'number') return isAge(units, at);
  if (isCountedHead(units, at)) return true;
  const isLast = !isPersonWord(units[at + 1]) || wordAt(units, at + 1) === 'accused';
  return isLast && isPersonWord(units[at]) && !isOtherUse(units, at);
}

/** `a free man` is no man in particular, `they accused` no accused. */
function isOtherUse(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  if (word === 'accused') return at === 0 || !opensDescription(units[at - 1] as Unit);
  return wordAt(units, at - 1) === 'free' && word !== 'others';
}

/** `the 64-year-old`, where no noun follows. */
function isAge(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return /^\d{1,3}-years?-old$/.test(wordAt(units, at)) && !(next && isNounLike(next)) && !isPersonWord(next);
}

/** `the two pleaded`, `both were`: a number that stands for its persons. */
function isCountedHead(units: readonly Unit[], at: number): boolean {
  const [word, next] = [wordAt(units, at), wordAt(units, at + 1)];
  const isFollowed = kindAt(units, at + 1) === 'word' && (isVerb(next) || AUXILIARIES.has(next));
  if (!isFollowed) return false;
  return word === 'both' || (word === 'each' && at === 0) || (/^(?:two|three|four|five|six|seven|eight)$/.test(word) && /^(?:the|all|other)$/.test(wordAt(units, at - 1)));
}

const singularOf = (word: string): string => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, ''));

function isPersonWord(unit: Unit | undefined): boolean {
  return unit?.kind === 'word' && (PERSONS.has(unit.lower) || PERSONS.has(singularOf(unit.lower)) || COMPOUND.test(unit.lower));
}

/** `the woman's husband`: whose relative it is belongs to the description. */
function lengthBefore(units: readonly Unit[], head: Unit): number {
  const length = modifiersBefore(units);
  const owner = units.length - length - 2;
  const isOwned = RELATIVES.has(head.lower) && wordAt(units, owner + 1) === "'s" && kindAt(units, owner) === 'person';
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

function opensDescription({ kind, lower }: Unit): boolean {
  if (DETERMINERS.has(lower)) return true;
  return kind === 'word' ? Object.hasOwn(NUMBER_WORDS, lower) : kind === 'number' && /^\d{1,3}$/.test(lower);
}

function isModifier({ kind, lower, pronoun }: Unit): boolean {
  if (kind === 'mark') return lower === "'s" || lower === '-';
  if (kind === 'date' || pronoun) return false;
  return kind !== 'word' || lower === 'then' || (!isStructure(lower) && !/^(?:said|says|that|have|had|has)$/.test(lower));
}

function descriptionOf(taken: readonly Unit[], head: string, next: Unit | undefined): Description {
  const words = taken.map((unit) => unit.lower);
  return {
    head,
    definite: taken[0]?.kind === 'person' || isDefinite(words[0] ?? '', head),
    count: countOf(words, head),
    gender: genderOf([...words, head]),
    age: ageIn([...words, head]),
    complement: next?.lower === 'of' && !RELATIVES.has(head),
    other: ['other', 'another', 'others'].some((word) => head === word || words.includes(word)),
  };
}

function isDefinite(first: string, head: string): boolean {
  return head === 'both' || head === 'each' || /^(?:the|this|that|these|those|both|all)$/.test(first) || POSSESSIVES.has(first);
}

function countOf(words: readonly string[], head: string): number | null {
  if (PAIRS.test(head) || words[0] === 'both') return 2;
  if (head === 'trio') return 3;
  if (head === 'each') return null;
  if (!isPlural(head)) return 1;
  return words.map(numberIn).find((number) => number !== null) ?? NUMBER_WORDS[head] ?? null;
}

function isPlural(head: string): boolean {
  return Object.hasOwn(NUMBER_WORDS, head) || GROUP_HEADS.has(head) || (!PERSONS.has(head) && head.endsWith('s'));
}

function numberIn(word: string): number | null {
  if (word === 'a' || word === 'an') return null;
  return NUMBER_WORDS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : null);
}

function genderOf(words: readonly string[]): Gender {
  const singular = words.map((word) => (word === 'men' ? 'man' : word === 'women' ? 'woman' : word));
  if (singular.some((word) => MEN.has(word))) return 'm';
  return singular.some((word) => WOMEN.has(word)) ? 'f' : null;
}

function ageIn(words: readonly string[]): number | null {
  const aged = words.find((word) => /^\d{1,3}-years?-old$/.test(word));
  return aged ? Number.parseInt(aged, 10) : null;
}
