import type { RawRecord } from '@docketwire/contracts';

/** A record as it was read. */
export type LogRecord = RawRecord & Readonly<{ offset: number; /** LogAppendTime: ms since 1970. */ appendedAt: number }>;

/** A stretch of one partition, in order, at most `MAX_BATCH` records. */
export type LogBatch = Readonly<{ topic: string; partition: number; records: readonly LogRecord[] }>;

/** What a handler made of a batch. A value, because an exception loses its class on its way through Nest. */
export type BatchOutcome =
  | Readonly<{ kind: 'applied' }>
  /** Read again from there: these records are not the ones that come next. */
  | Readonly<{ kind: 'seek'; offset: number }>
  /** Nothing of the batch was applied; it comes again after a pause. */
  | Readonly<{ kind: 'failed'; error: unknown }>;

/** One transaction's worth: enough to make its fixed cost small, few enough to end well within a lock timeout. */
export const MAX_BATCH = 1_000;

/** Where a consumer keeps how far it has come: beside what it writes, not in Kafka. */
export type OffsetStore = Readonly<{
  load(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, StoredOffset>>;
  /** Called for a partition that has no offset yet; an offset that is there stays. */
  init(topic: string, partition: number, start: StoredOffset): Promise<void>;
}>;

export type StoredOffset = Readonly<{ next: number; clusterId: string }>;
