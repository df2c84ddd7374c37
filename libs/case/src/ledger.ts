import type { Day } from '@docketwire/kernel';
import type { AssertionSet } from './assertion.js';
import type { CaseView } from './case-view.js';
import { openGathering } from './gathering.js';
import { openMemory } from './memory.js';
import { outranks } from './merge.js';
import { viewWith } from './view.js';

/** The views of a case before and after a set. */
export type Entry = Readonly<{ before: CaseView; after: CaseView }>;

/** A case kept open while its record is read, one set after the other. */
export type Ledger = Readonly<{
  /** Null where the set does not win over its article's, or changes nothing that can be seen. */
  put(set: AssertionSet): Entry | null;
  view(on?: Day): CaseView;
  /** How many articles speak, or have spoken, of the case. */
  readonly size: number;
}>;

/** The same views as from all winning sets at once; a set costs what it says and the facts of the case, not its articles. */
export function openLedger(caseId: string, sets: Iterable<AssertionSet> = []): Ledger {
  const articles = new Map<string, AssertionSet>();
  const gathering = openGathering();
  const memory = openMemory();
  let gathered = gathering.gathered();
  let current: CaseView | null = null;

  const take = (set: AssertionSet): boolean => {
    const old = articles.get(set.article);
    if (!outranks(set, old)) return false;
    articles.set(set.article, set);
    /* Added before the old one goes, so that a fact which both support is never gone in between. */
    gathering.add(set);
    if (old) gathering.remove(old);
    return true;
  };
  const now = (): CaseView => (current ??= viewWith(memory, { caseId, on: Infinity, gathered }));

  /* What a later set of the same article replaces need not be gathered first. */
  for (const set of sets) if (outranks(set, articles.get(set.article))) articles.set(set.article, set);
  for (const set of articles.values()) gathering.add(set);
  gathered = gathering.gathered();

  return {
    put: (set) => {
      const before = now();
      const known = gathered;
      if (!take(set)) return null;
      gathered = gathering.gathered();
      if (gathered === known) return null;
      current = null;
      return { before, after: now() };
    },
    view: (on) => (on === undefined ? now() : viewWith(memory, { caseId, on, gathered })),
    get size() {
      return articles.size;
    },
  };
}
