import type { AssertionSet, CaseView, ChargeStatus } from '@docketwire/case';
import { openLedger } from '@docketwire/case';
import type { Ledger } from '@docketwire/case';

/** A case that is held open while its partition is read. */
export type OpenCase = {
  readonly caseId: string;
  ledger: Ledger;
  /** The winning set of each article: what the ledger was made of, should it have to be made again. */
  readonly sets: Map<string, AssertionSet>;
  /** 0 before the case's first record. */
  version: number;
  aliasOf: string | null;
  openedAt: number;
  changedAt: number;
};

/** What is stored of a case. */
export type StoredCase = Readonly<{ caseId: string; version: number; aliasOf: string | null; openedAt: number; changedAt: number; sets: readonly AssertionSet[] }>;

/**
 * The open cases of one partition. They are right only as long as nobody else applies records of the partition, so they
 * are kept with the offset that comes next: at any other, the book is closed and a new one opened.
 */
export type Book = { next: number; readonly cases: Map<string, OpenCase> };

/** Articles in all open cases of a partition: some 100 MB of quotes at most. */
const MAX_ARTICLES = 50_000;

/** Pre-charge: nobody has accused these people in court, and lists leave them out. */
const NOT_ACCUSED: ReadonlySet<ChargeStatus> = new Set(['under_investigation', 'arrested', 'declined', 'unknown']);

export function openBook(next: number): Book {
  return { next, cases: new Map() };
}

export function openCase(stored: StoredCase): OpenCase {
  const { caseId, version, aliasOf, openedAt, changedAt, sets } = stored;
  return { caseId, version, aliasOf, openedAt, changedAt, sets: new Map(sets.map((set) => [set.article, set])), ledger: openLedger(caseId, sets) };
}

export function newCase(caseId: string, known: number): OpenCase {
  return openCase({ caseId, version: 0, aliasOf: null, openedAt: known, changedAt: known, sets: [] });
}

/** Forgets the cases that were used longest ago. */
export function trimBook({ cases }: Book): void {
  let articles = 0;
  for (const [caseId, { sets }] of [...cases].toReversed()) {
    articles += sets.size + 1;
    if (articles > MAX_ARTICLES) cases.delete(caseId);
  }
}

/** Whether anybody in the case has been accused in court. */
export function isAccused({ charges }: CaseView): boolean {
  return charges.some(({ status }) => isAccusation(status));
}

export function isAccusation(status: ChargeStatus | undefined): boolean {
  return status !== undefined && !NOT_ACCUSED.has(status);
}
