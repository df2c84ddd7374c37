import type { DataSource } from 'typeorm';
import { isOfTheRecord } from './apart.js';
import { newCase, openCase } from './book.js';
import { foldRecords } from './fold-records.js';
import type { Incoming } from './fold-records.js';
import { loadCases } from './load-cases.js';
import { writeBatch } from './write-batch.js';

/** What would become of a record that was applied now. */
export type Trial = Readonly<{ kind: 'applies'; changes: number }> | Readonly<{ kind: 'breaks'; reason: string }>;

class TakenBack extends Error {}

/** Applies a record to its case as it stands and takes everything back. */
export async function tryAgain(db: DataSource, incoming: Incoming): Promise<Trial> {
  const { caseId } = incoming.event;
  const [stored] = await loadCases(db, [caseId]);
  const open = stored ? openCase(stored) : newCase(caseId, incoming.known);
  const folded = foldRecords([incoming], () => open);
  const [broken] = folded.parked;
  if (broken) return { kind: 'breaks', reason: broken.reason };
  try {
    await db.transaction(async (tx) => {
      await writeBatch(tx, folded);
      throw new TakenBack();
    });
    throw new Error('a transaction that failed was committed');
  } catch (error) {
    if (error instanceof TakenBack) return { kind: 'applies', changes: folded.feed.length };
    if (isOfTheRecord(error)) return { kind: 'breaks', reason: error.message };
    throw error;
  }
}
