import { ADVERBS, DETERMINERS } from '../lexicon/words.js';
import { listFrom, personsOf } from './lists.js';
import { NONE } from './reference.js';
import type { Reference } from './reference.js';
import { isNounLike, isVerbAt, kindAt, wordAt } from './units.js';
import type { Unit } from './units.js';

const LONGEST_NOUN = 6;

/** The persons right after a verb, as a list: `him, A B and C D`; nobody where another word follows. */
export function objectOf(units: readonly Unit[], verb: number): Reference {
  let at = verb + 1;
  while (at < units.length && mayPrecede(units, at)) at += 1;
  if (/^(?:and|&|or)$/.test(wordAt(units, at)) && isVerbAt(units, at + 1)) return objectOf(units, at + 1);
  if (kindAt(units, at) !== 'person') return apposedTo(units, at);
  const list = listFrom(units, at);
  return list.length > 1 ? { kind: 'persons', units: list } : personsOf(units, at, at);
}

/** `arraigned a former registrar, X Y, before`: a noun we do not know, and who that is. */
function apposedTo(units: readonly Unit[], at: number): Reference {
  if (!DETERMINERS.has(wordAt(units, at))) return NONE;
  const length = units.slice(at + 1, at + LONGEST_NOUN).findIndex((unit) => !isNounLike(unit));
  const comma = at + 1 + length;
  return length > 0 && wordAt(units, comma) === ',' && units[comma + 1]?.persons.length ? { kind: 'persons', units: listFrom(units, comma + 1) } : NONE;
}

/** Dates and adverbs; `one` as in `convicted one X Y`. */
function mayPrecede(units: readonly Unit[], at: number): boolean {
  if (wordAt(units, at) === 'one') return Boolean(units[at + 1]?.persons.length);
  return kindAt(units, at) === 'date' || ADVERBS.has(wordAt(units, at));
}
