import type { AssertionSet } from './assertion.js';

/** A case is a map of articles to what the winning set of each says. */
export type CaseRecord = ReadonlyMap<string, AssertionSet>;

export const EMPTY_RECORD: CaseRecord = new Map();

/**
 * The record with the set, where it wins over the one of its article; the same record where it does not. Duplicates,
 * late arrivals, corrections (a later assignment) and retractions (an empty set) are this one operation.
 */
export function merge(record: CaseRecord, set: AssertionSet): CaseRecord {
  return outranks(set, record.get(set.article)) ? new Map(record).set(set.article, set) : record;
}

/** The greater assignment, then the greater hash: a total order, so that any order of arrival gives one winner. */
export function outranks(set: AssertionSet, other: AssertionSet | undefined): boolean {
  if (!other) return true;
  return set.assignment === other.assignment ? set.contentHash > other.contentHash : set.assignment > other.assignment;
}

/** A set with when it came to be known (milliseconds). */
export type KnownSet = Readonly<{ set: AssertionSet; knownFrom: number }>;

/** The record as it was known then. */
export function winnersAt(sets: Iterable<KnownSet>, knownAt: number): CaseRecord {
  const winners = new Map<string, AssertionSet>();
  for (const { set, knownFrom } of sets) {
    if (knownFrom <= knownAt && outranks(set, winners.get(set.article))) winners.set(set.article, set);
  }
  return winners;
}
