import type { Client } from 'pg';
import { PLAIN_COLUMNS, PLAIN_MERGE, plainEvent } from './events.ts';
import type { PlainEvent } from './events.ts';

/** Rows of one statement, as the largest sensible batch of a consumer has them. */
const STATEMENT_ROWS = 2_000;
const FILL_ROWS = 10_000;

/** Puts the events of a topic into Postgres beforehand, as rows of the right types, numbered. */
export async function stage(client: Client, { events, keys }: Readonly<{ events: number; keys: number }>): Promise<void> {
  await client.query('create table staged (like plain)');
  await client.query('alter table staged add column n bigint generated always as identity primary key');
  await fill(client, { table: 'staged', rows: events, rowAt: (n) => plainEvent(n, keys) });
  await client.query('vacuum analyze staged');
}

type Filling = Readonly<{ table: string; rows: number; rowAt: (n: number) => PlainEvent }>;

export async function fill(client: Client, { table, rows, rowAt }: Filling): Promise<void> {
  const insert = `insert into ${table} (${PLAIN_COLUMNS}) select ${PLAIN_COLUMNS} from json_populate_recordset(null::plain, $1::json)`;
  for (let from = 0; from < rows; from += FILL_ROWS) {
    await client.query(insert, [JSON.stringify(Array.from({ length: Math.min(FILL_ROWS, rows - from) }, (_, place) => rowAt(from + place)))]);
  }
}

/** The same rows into the same table with nothing in between: no log, no client that builds anything. Returns the milliseconds. */
export async function moveStaged(client: Client, events: number): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < events; from += STATEMENT_ROWS) {
    await client.query({ name: 'move staged', text: MOVE, values: [from, from + STATEMENT_ROWS] });
  }
  return performance.now() - start;
}

const MOVE = `insert into plain (${PLAIN_COLUMNS}) select ${PLAIN_COLUMNS} from staged where n > $1 and n <= $2 ${PLAIN_MERGE}`;
