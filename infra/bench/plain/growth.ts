import { randomUUID } from 'node:crypto';
import { median, perSecond } from '../row.ts';
import type { Row } from '../row.ts';
import type { Servers } from '../servers.ts';
import type { Sizes } from '../sizes.ts';
import { startWorker } from '../worker.ts';
import type { Worker } from '../worker.ts';
import { plainRow } from './events.ts';
import { fill } from './limit.ts';
import { openPlainDatabase } from './table.ts';
import type { PlainDatabase } from './table.ts';
import { produce } from './topic.ts';

/** A prime: walking the keys by it visits each once before any twice, far from its neighbours. */
const STRIDE = 7_919;
const ROUNDS = 3;
const EVENTS = 60_000;
/** The version of the rows that are there before. */
const FIRST_VERSION = 1;

type Table = Readonly<{ database: PlainDatabase; keys: number }>;

/** What a table a hundred times as large costs: events that update rows all over it. */
export async function measureGrowth(servers: Servers, { plain: { tables } }: Sizes): Promise<Row[]> {
  if (!tables) return [];
  const [small, large] = [await filled(servers, tables[0]), await filled(servers, tables[1])];
  const worker = startWorker('plain/ours.nest.ts');
  try {
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round += 1) rounds.push({ small: await update(servers, worker, { ...small, round }), large: await update(servers, worker, { ...large, round }) });
    const slower = median(rounds.map((round) => round.small / round.large));
    return [{
      what: `rows in the table: ${small.keys.toLocaleString('en-GB')} → ${large.keys.toLocaleString('en-GB')}`, ours: perSecond(median(rounds.map((round) => round.large))), beside: perSecond(median(rounds.map((round) => round.small))),
      figure: { value: slower, unit: '× slower' }, goal: { atMost: 2 },
      how: `the plain table of the first line, filled beforehand; ${EVENTS.toLocaleString('en-GB')} events that update rows all over it, a higher version each round.`,
    }];
  } finally {
    worker.stop();
    await Promise.all([small, large].map(({ database }) => database.client.end()));
  }
}

async function filled(servers: Servers, keys: number): Promise<Table> {
  const database = await openPlainDatabase(await servers.createDatabase(`plain_${keys}`));
  await fill(database.client, { table: 'plain', rows: keys, rowAt: (key) => plainRow(key, FIRST_VERSION) });
  await database.client.query('vacuum analyze plain');
  return { database, keys };
}

async function update({ brokers }: Servers, worker: Worker, { database, keys, round }: Table & { round: number }): Promise<number> {
  const topic = `bench.plain-${keys}-${round}.v1`;
  const version = (n: number): number => FIRST_VERSION + round * EVENTS + Math.floor(n / keys);
  await produce(brokers, { name: topic, events: EVENTS, keys, eventAt: (n) => plainRow((n * STRIDE) % keys, version(n)) });
  await database.client.query('checkpoint');
  const { events, ms } = await worker.run({ topic, group: randomUUID(), brokers, databaseUrl: database.url, events: EVENTS, warmUp: 0 }, () => undefined);
  return (events / ms) * 1_000;
}
