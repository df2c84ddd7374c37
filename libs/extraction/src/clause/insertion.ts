import { AUXILIARIES, RELATIVES, VERBS } from '../lexicon/words.js';
import { isVerb, wordAt } from './units.js';
import type { Unit } from './units.js';

/** What stands between two marks is no longer than this; a longer stretch is the sentence itself. */
const LONGEST = 30;

/** The mark that opens what `at` closes; `at` itself where there is none. */
export function openerBefore(units: readonly Unit[], at: number, openers: string): number {
  for (let left = at - 1; left >= Math.max(0, at - LONGEST); left -= 1) {
    const word = wordAt(units, left);
    if (word.length === 1 && openers.includes(word)) return left;
  }
  return at;
}

/** The comma that opens the insertion which this comma closes; this comma itself where there is none. */
export function insertionBefore(units: readonly Unit[], at: number): number {
  for (let left = at - 1; left >= Math.max(0, at - LONGEST); left -= 1) {
    if (wordAt(units, left) === ',' && opensInsertion(units, left, at)) return left;
  }
  return at;
}

/** `, 41,`, `, a father of two,`, `, who ran a shop,`: what a noun is told to be, without a clause of its own. */
function opensInsertion(units: readonly Unit[], open: number, close: number): boolean {
  const first = units[open + 1];
  if (!first || close - open < 2) return false;
  if (RELATIVES.has(first.lower)) return true;
  if (!isNounEnd(units[open - 1])) return false;
  if (hasOwnClause(units.slice(open + 1, close))) return /^(?:aged|also|formerly|both)$/.test(first.lower);
  return first.kind !== 'person' || first.persons.length === 0 || first.description !== null;
}

/** A verb makes a clause, unless a relative before it makes that part of the noun: `a pageant where a man was shot`. */
function hasOwnClause(units: readonly Unit[]): boolean {
  const verb = units.findIndex(isFinite);
  return verb >= 0 && !units.slice(1, verb).some(({ lower }) => RELATIVES.has(lower) || lower === 'where' || lower === 'when');
}

/** A participle (`named`, `accused`) may belong to the insertion; an auxiliary or an irregular past makes a clause. */
function isFinite({ kind, lower }: Unit): boolean {
  return kind === 'word' && (AUXILIARIES.has(lower) || (VERBS.has(lower) && !lower.endsWith('ed')));
}

function isNounEnd(unit: Unit | undefined): boolean {
  if (!unit) return false;
  if (unit.kind === 'word') return !isVerb(unit.lower);
  return unit.kind !== 'mark' ? unit.kind !== 'date' : unit.lower === ')';
}
