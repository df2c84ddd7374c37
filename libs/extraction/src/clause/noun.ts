import { SPEECH } from '../lexicon/people.js';
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS } from '../lexicon/words.js';
import { personsOf } from './lists.js';
import type { Reference } from './reference.js';
import { isVerb, isVerbAt, kindAt, wordAt } from './units.js';
import type { Unit } from './units.js';

const LONGEST_NOUN = 10;

/** A noun that is no person: back to its beginning; governed by a preposition it is passed, else it is the subject. */
export function atNoun(units: readonly Unit[], at: number): Reference | number {
  const first = startOfNoun(units, at);
  if (PREPOSITIONS.has(wordAt(units, first - 1))) return first - 2;
  if (isTown(units, first, at)) return first - 1;
  if (isVerbAt(units, first - 1) && !SPEECH.has(wordAt(units, first - 1))) return first - 1;
  if (kindAt(units, first) === 'person' && wordAt(units, first + 1) !== "'s") return first;
  return namedBeside(units, first, at) ?? { kind: 'thing', word: wordAt(units, at), unit: describedThing(units, first, at) };
}

function startOfNoun(units: readonly Unit[], at: number): number {
  let first = at;
  while (first > 0 && at - first < LONGEST_NOUN && isNounPart(units[first - 1] as Unit)) first -= 1;
  return first;
}

/** `X, of High Street, Dunmore was`: the town ends an address. */
function isTown(units: readonly Unit[], first: number, at: number): boolean {
  return first === at && kindAt(units, at) === 'body' && wordAt(units, at - 1) === ',';
}

/** `X, a 36-year-old Dunmore swimmer`. */
function isApposition(units: readonly Unit[], first: number): boolean {
  return wordAt(units, first - 1) === ',' && kindAt(units, first - 2) === 'person' && DETERMINERS.has(wordAt(units, first));
}

/** `his co-worker, armorer X Y, was`: a noun we do not know, and who that is. */
function namedBeside(units: readonly Unit[], first: number, at: number): Reference | null {
  if (isApposition(units, first)) return personsOf(units, first - 2, first - 2);
  const isNamed = wordAt(units, at + 1) === ',' && (units[at + 2]?.persons.length ?? 0) > 0 && wordAt(units, at + 3) === ',';
  return isNamed ? personsOf(units, at + 2, at + 2) : null;
}

/** `an Orrin champion`: a noun we do not know may be a person, where what is said of it is said of persons only. */
function describedThing(units: readonly Unit[], first: number, at: number): Unit | null {
  const [opens, head] = [units[first], units[at]];
  if (!opens || head?.kind !== 'word' || !DETERMINERS.has(opens.lower)) return null;
  const definite = !/^(?:an?|some|any|another|no|each|every)$/.test(opens.lower);
  const count = head.lower.endsWith('s') ? null : 1;
  const description = { head: head.lower, definite, count, gender: null, age: null, complement: wordAt(units, at + 1) === 'of', other: false };
  return { ...head, kind: 'person', start: opens.start, description };
}

function isNounPart({ kind, lower, pronoun }: Unit): boolean {
  if (kind === 'mark') return lower === "'s" || lower === "'";
  if (kind === 'person') return !pronoun;
  if (kind === 'date') return false;
  return kind !== 'word' || !(isVerb(lower) || [PREPOSITIONS, CONJUNCTIONS, SUBORDINATORS, RELATIVES].some((words) => words.has(lower)));
}
