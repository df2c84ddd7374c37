import type { ApplyOnce, Plan } from '@docketwire/platform';
import { openApplyOnce } from '@docketwire/platform';
import type { DataSource } from 'typeorm';
import { newCase, openBook, openCase, trimBook } from './book.js';
import type { Book, OpenCase } from './book.js';
import { foldRecords } from './fold-records.js';
import type { Broken, Incoming } from './fold-records.js';
import { loadCases } from './load-cases.js';
import { appendToFeed, park, writeBatch } from './write-batch.js';
import type { ParkedRecord } from './write-batch.js';

export const PROJECTION_OFFSETS = 'proj_v1.projection_offset';

/** Records of this log are never skipped: a gap stops the partition. */
export function openProjectionOnce(source: DataSource): ApplyOnce {
  return openApplyOnce(source, { table: PROJECTION_OFFSETS, holes: 'stop' });
}

/** A record of the log before it is decoded: `appendedAt` in ms since 1970. */
type Appended = Readonly<{ offset: number; appendedAt: number }>;
type Span<R> = Readonly<{ topic: string; partition: number; records: readonly R[] }>;

export type Decoding<R> = Readonly<{
  /** Null where the record was none of ours and has been dealt with. */
  decode(record: R, known: number): Promise<Incoming | null>;
  toPark(record: R): ParkedRecord['record'];
}>;

/**
 * The projector's transaction: a stretch of one partition of assertions in, tables and feed out, exactly once.
 *
 * Everything is computed before the first write. Cases stay open between batches, so that an event of a case with ten
 * thousand articles costs what one of a case with ten does.
 */
export class Projection<R extends Appended> {
  private readonly books = new Map<number, Book>();

  constructor(
    private readonly source: DataSource,
    private readonly applyOnce: ApplyOnce,
    private readonly decoding: Decoding<R>,
  ) {}

  async project(span: Span<R>): ReturnType<ApplyOnce> {
    try {
      return await this.applyOnce(span, (fresh, known) => this.plan(span, fresh, known));
    } catch (error) {
      // What was folded was not written: forget it.
      this.books.delete(span.partition);
      throw error;
    }
  }

  private async plan(span: Span<R>, fresh: readonly R[], knownBefore: number): Promise<Plan> {
    const { incoming, known } = await this.decodeAll(fresh, knownBefore);
    const book = await this.openAt(span.partition, fresh[0]?.offset ?? 0, incoming);
    const folded = foldRecords(incoming, (caseId) => caseIn(book, caseId, known));
    book.next = (fresh.at(-1)?.offset ?? 0) + 1;
    trimBook(book);
    const parked = folded.parked.map((broken) => this.parkedRecord(span, fresh, broken));
    return {
      known,
      write: async (tx) => {
        await writeBatch(tx, folded);
        await park(tx, parked, new Date(known));
      },
      writeLast: (tx) => appendToFeed(tx, folded.feed),
    };
  }

  /** `known` never goes back within a partition, whatever the brokers' clocks do. */
  private async decodeAll(fresh: readonly R[], knownBefore: number): Promise<{ incoming: Incoming[]; known: number }> {
    const incoming: Incoming[] = [];
    let known = knownBefore;
    for (const record of fresh) {
      known = Math.max(known, record.appendedAt);
      const one = await this.decoding.decode(record, known);
      if (one) incoming.push(one);
    }
    return { incoming, known };
  }

  /** The partition's book with the cases of these records open. */
  private async openAt(partition: number, offset: number, incoming: readonly Incoming[]): Promise<Book> {
    const kept = this.books.get(partition);
    const book = kept?.next === offset ? kept : openBook(offset);
    this.books.set(partition, book);
    const needed = new Set(incoming.map(({ event }) => event.caseId).filter((caseId) => !book.cases.has(caseId)));
    for (const stored of await loadCases(this.source, [...needed].toSorted())) book.cases.set(stored.caseId, openCase(stored));
    return book;
  }

  private parkedRecord({ topic, partition }: Span<R>, fresh: readonly R[], { incoming, reason }: Broken): ParkedRecord {
    const record = fresh.find(({ offset }) => offset === incoming.offset);
    if (!record) throw new Error(`Offset ${incoming.offset} is not in its own batch`);
    return { topic, partition, offset: incoming.offset, eventId: incoming.eventId, caseId: incoming.event.caseId, reason, record: this.decoding.toPark(record) };
  }
}

/** Moves the case to the end: the book forgets from the front. */
function caseIn({ cases }: Book, caseId: string, known: number): OpenCase {
  const open = cases.get(caseId) ?? newCase(caseId, known);
  cases.delete(caseId);
  cases.set(caseId, open);
  return open;
}
