import type { StatusChange, UnnumberedChange } from '@docketwire/contracts';
import type { DataSource, EntityManager } from 'typeorm';

type FeedRow = { seq: string; epoch: string; body: UnnumberedChange };

/**
 * Hands the next changes to `send`, in order, and remembers how far it came. One relay at a time: another instance finds
 * the row locked and does nothing. True where more may wait.
 *
 * `seq > last` is safe here and only here: the feed is dense and its numbers follow the order of commits.
 */
export function relayFeed(source: DataSource, limit: number, send: (changes: readonly StatusChange[]) => Promise<void>): Promise<boolean> {
  return source.transaction(async (tx) => {
    const rows: { last_seq: string }[] = await tx.query('select last_seq from feed.relay for update skip locked');
    const [cursor] = rows;
    const changes = cursor ? await changesAfter(tx, cursor.last_seq, limit) : [];
    if (changes.length === 0) return false;
    await send(changes);
    await tx.query('update feed.relay set last_seq = $1', [changes.at(-1)?.seq]);
    return changes.length === limit;
  });
}

async function changesAfter(tx: EntityManager, seq: string, limit: number): Promise<StatusChange[]> {
  const rows: FeedRow[] = await tx.query('select seq, counter.epoch, body from feed.change, feed.counter where seq > $1 order by seq limit $2', [seq, limit]);
  return rows.map((row) => ({ ...row.body, seq: Number(row.seq), epoch: row.epoch }));
}
