import { fail } from '@docketwire/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** A stretch of one partition of a log, in order. */
export type Span<R extends { readonly offset: number }> = Readonly<{ topic: string; partition: number; records: readonly R[] }>;

type Place = Readonly<{ topic: string; partition: number }>;

/** What is to be written for the records that are new. */
export type Plan = Readonly<{
  /** The latest time that the partition's records have come to be known at (ms since 1970); never goes back. */
  known: number;
  write(tx: EntityManager): Promise<void>;
  /** Runs after everything else, as near to the commit as can be: for a row that all partitions share. */
  writeLast?(tx: EntityManager): Promise<void>;
}>;

/** Pure or reading; called before the transaction begins. `known` is the partition's, so far. */
export type Prepare<R> = (fresh: readonly R[], known: number) => Promise<Plan>;

export type Applied = Readonly<{ kind: 'applied' }> | Readonly<{ kind: 'seek'; offset: number }>;

export type ApplyOnce = <R extends { readonly offset: number }>(span: Span<R>, prepare: Prepare<R>) => Promise<Applied>;

type Options = Readonly<{
  /** `schema.table` with topic, partition, next_offset, known, applied, cluster_id. */
  table: string;
  /** Whether a gap that stays when read again is a hole (a transaction's marker) to step over, or a loss to stop at. */
  holes: 'skip' | 'stop';
}>;

type Position = { next_offset: string; known: Date };

/**
 * Applies spans of a log so that each record takes effect exactly once, whoever delivers it how often.
 *
 * The offset is stored in the transaction that writes the effect, and moves by compare-and-set: an owner that was paused
 * and wakes when another has gone on finds another offset, throws OFFSET_MOVED_ON, and writes nothing.
 */
export function openApplyOnce(source: DataSource, { table, holes }: Options): ApplyOnce {
  const gapSeen = new Map<string, number>();

  return async function applyOnce<R extends { readonly offset: number }>(span: Span<R>, prepare: Prepare<R>): Promise<Applied> {
    const position = await readPosition(source, table, span);
    const fresh = span.records.filter(({ offset }) => offset >= position.next);
    const [first, last] = [fresh[0], fresh.at(-1)];
    if (!first || !last) return { kind: 'applied' };
    if (first.offset > position.next && !isHole(span, position.next, first.offset)) return { kind: 'seek', offset: position.next };
    const plan = await prepare(fresh, position.known);
    await source.transaction(async (tx) => {
      await plan.write(tx);
      await moveOffset(tx, table, { ...span, expected: position.next, next: last.offset + 1, known: plan.known, applied: fresh.length });
      await plan.writeLast?.(tx);
    });
    return { kind: 'applied' };
  };

  /** The first time a gap is read again, in case kafkajs jumped; the second time it is there. */
  function isHole({ topic, partition }: Place, expected: number, found: number): boolean {
    const place = `${topic}/${partition}`;
    if (gapSeen.get(place) !== expected) {
      gapSeen.set(place, expected);
      return false;
    }
    if (holes === 'stop') throw fail('LOG_GAP', { topic, partition, expected, found });
    return true;
  }
}

type Stored = Readonly<{ next: number; clusterId: string }>;
type Offsets = Readonly<{
  load(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, Stored>>;
  init(topic: string, partition: number, start: Stored): Promise<void>;
}>;

/** Where the offsets of a table's consumer stand, for the room that reads the log. */
export function openOffsetStore(source: DataSource, table: string): Offsets {
  return {
    load: async (topic, partitions) => {
      const rows: { partition: number; next_offset: string; cluster_id: string }[] = await source.query(
        `select partition, next_offset, cluster_id from ${table} where topic = $1 and partition = any($2)`,
        [topic, partitions],
      );
      return new Map(rows.map((row) => [row.partition, { next: Number(row.next_offset), clusterId: row.cluster_id }]));
    },
    init: async (topic, partition, start) => {
      await source.query(
        `insert into ${table} (topic, partition, next_offset, known, cluster_id) values ($1, $2, $3, 'epoch', $4) on conflict do nothing`,
        [topic, partition, start.next, start.clusterId],
      );
    },
  };
}

/** Without a lock: the compare-and-set is the fence. */
async function readPosition(source: DataSource, table: string, { topic, partition }: Place): Promise<{ next: number; known: number }> {
  const rows: Position[] = await source.query(`select next_offset, known from ${table} where topic = $1 and partition = $2`, [topic, partition]);
  const [row] = rows;
  if (!row) throw fail('OFFSET_MOVED_ON', { topic, partition, reason: 'no offset is stored' });
  return { next: Number(row.next_offset), known: row.known.getTime() };
}

type Move = Readonly<{ topic: string; partition: number; expected: number; next: number; known: number; applied: number }>;

async function moveOffset(tx: EntityManager, table: string, { topic, partition, expected, next, known, applied }: Move): Promise<void> {
  const [, moved]: [unknown, number] = await tx.query(
    `update ${table} set next_offset = $4, known = $5, applied = applied + $6 where topic = $1 and partition = $2 and next_offset = $3`,
    [topic, partition, expected, next, new Date(known), applied],
  );
  if (moved !== 1) throw fail('OFFSET_MOVED_ON', { topic, partition, expected });
}
