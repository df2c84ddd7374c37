import { Client } from 'pg';
import { PLAIN_HASH, PLAIN_TABLE } from './events.ts';

/** A database with the table `plain` and a consumer's offsets. */
export type PlainDatabase = Readonly<{ url: string; client: Client }>;

/** How far the write-ahead log is, and how many transactions have written. */
export type Written = Readonly<{ bytes: number; transactions: number }>;

const OFFSETS = `create table plain_offset (topic text, partition integer, next_offset bigint not null, known timestamptz not null, applied bigint not null default 0,
  cluster_id text not null, primary key (topic, partition))`;

export async function openPlainDatabase(url: string): Promise<PlainDatabase> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of [...PLAIN_TABLE, OFFSETS]) await client.query(statement);
  return { url, client };
}

/** Empty again, and nothing left to be written for what was in it. */
export async function empty({ client }: PlainDatabase): Promise<void> {
  await client.query('truncate plain, plain_offset');
  await client.query('checkpoint');
}

export async function hashOf({ client }: PlainDatabase): Promise<Readonly<{ rows: number; hash: string }>> {
  const { rows } = await client.query<{ rows: number; hash: string }>(PLAIN_HASH);
  return rows[0] ?? { rows: 0, hash: '' };
}

export async function writtenBy({ client }: PlainDatabase): Promise<Written> {
  const { rows } = await client.query<{ bytes: string; transactions: string }>(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes, pg_snapshot_xmax(pg_current_snapshot())::text as transactions`,
  );
  return { bytes: Number(rows[0]?.bytes), transactions: Number(rows[0]?.transactions) };
}
