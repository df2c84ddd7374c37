import type { PartialDate } from '@docketwire/kernel';
import type { FoundDate } from '../dates/find.js';
import { AUXILIARIES, CONJUNCTIONS, NOT_PAST, PREPOSITIONS, RELATIVES, SUBORDINATORS, VERBS } from '../lexicon/words.js';
import type { Gender, Person } from '../people/people.js';
import type { Sentence } from '../text/sentences.js';

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

/** The word at a place, '' beyond the ends: the walks over a clause ask for neighbours that need not be there. */
export const wordAt = (units: readonly Unit[], at: number): string => units[at]?.lower ?? '';

export const kindAt = (units: readonly Unit[], at: number): UnitKind | null => units[at]?.kind ?? null;

/** Where a unit begins and ends in the text; undefined beyond the ends, as `slice` takes it. */
export const startAt = (units: readonly Unit[], at: number): number | undefined => units[at]?.start;
export const endAt = (units: readonly Unit[], at: number): number | undefined => units[at]?.end;

/** What the date at a place means; null where there is none. */
export const dateAt = (units: readonly Unit[], at: number): PartialDate | null => units[at]?.date?.when ?? null;

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

export function normOf(unit: Unit): string {
  if (unit.kind === 'person') return '@';
  if (unit.kind === 'date') return '#';
  return unit.kind === 'body' ? unit.lower.replaceAll(' ', '_') : unit.lower;
}

export function isNounLike(unit: Unit): boolean {
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
