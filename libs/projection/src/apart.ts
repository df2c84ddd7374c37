import type { ApplyOnce } from '@docketwire/platform';
import { park } from './write-batch.js';
import type { Decoding } from './projection.js';

type Appended = Readonly<{ offset: number; appendedAt: number }>;
type Span<R> = Readonly<{ topic: string; partition: number; records: readonly R[] }>;
type Outcome = Awaited<ReturnType<ApplyOnce>>;
type Project<R> = (span: Span<R>) => Promise<Outcome>;

/**
 * SQLSTATE classes that say something of a value and nothing of the server: data that a type cannot hold (22), a broken
 * constraint (23), a limit such as an index row's (54). The same record breaks on them every time.
 */
const OF_THE_RECORD = /^(?:22|23|54)/;

export function isOfTheRecord(error: unknown): error is Error {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return error instanceof Error && typeof code === 'string' && OF_THE_RECORD.test(code);
}

/**
 * Projects a stretch; where a record breaks its writing, halves it until that record is alone, and parks it. What only
 * the tables find out (half a character that no text column takes, a number too large) would hold the partition for ever.
 */
export function projectApart<R extends Appended>(project: Project<R>, parkOne: (span: Span<R>, reason: string) => Promise<Outcome>): Project<R> {
  return async function take(span: Span<R>): Promise<Outcome> {
    try {
      return await project(span);
    } catch (error) {
      if (!isOfTheRecord(error)) throw error;
      return span.records.length === 1 ? parkOne(span, error.message) : takeHalves(span, take);
    }
  };
}

async function takeHalves<R extends Appended>(span: Span<R>, take: Project<R>): Promise<Outcome> {
  const middle = Math.ceil(span.records.length / 2);
  const first = await take({ ...span, records: span.records.slice(0, middle) });
  return first.kind === 'seek' ? first : take({ ...span, records: span.records.slice(middle) });
}

/** Parks a stretch of one record, and moves on: fenced like every other step of the partition. */
export function openParkOne<R extends Appended>(applyOnce: ApplyOnce, { decode, toPark }: Decoding<R>): (span: Span<R>, reason: string) => Promise<Outcome> {
  return (span, reason) =>
    applyOnce(span, async ([record], knownBefore) => {
      if (!record) throw new Error('applyOnce prepared nothing');
      const known = Math.max(knownBefore, record.appendedAt);
      const incoming = await decode(record, known);
      const { topic, partition } = span;
      const rows = incoming ? [{ topic, partition, offset: record.offset, eventId: incoming.eventId, caseId: incoming.event.caseId, reason, record: toPark(record) }] : [];
      return { known, write: (tx) => park(tx, rows, new Date(known)) };
    });
}
