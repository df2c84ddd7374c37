import { randomUUID } from 'node:crypto';
import { median, perSecond, rounded } from '../row.ts';
import type { Row } from '../row.ts';
import type { Servers } from '../servers.ts';
import type { Sizes } from '../sizes.ts';
import { startWorker } from '../worker.ts';
import type { Mark, Taken, Worker } from '../worker.ts';
import { moveStaged, stage } from './limit.ts';
import { empty, hashOf, openPlainDatabase, writtenBy } from './table.ts';
import type { PlainDatabase } from './table.ts';
import { produce } from './topic.ts';
import type { PlainTopic } from './topic.ts';

/** One consumer's run over a topic, into an empty table. */
type Run = Readonly<{ rate: number; ownUs: number; postgresUs: number; walBytes: number; transactions: number; hash: string }>;
type Bench = Readonly<{ servers: Servers; database: PlainDatabase }>;

/** The table that a consumer without a domain would keep: ours, stock Nest with TypeORM, and Postgres alone. */
export async function measurePlain(servers: Servers, { plain }: Sizes): Promise<Row[]> {
  const many: PlainTopic = { name: 'bench.plain-many.v1', events: plain.events, keys: plain.keys };
  const few: PlainTopic = { name: 'bench.plain-few.v1', events: plain.few, keys: Math.floor(plain.few / 2) };
  await produce(servers.brokers, many);
  await produce(servers.brokers, few);
  const bench: Bench = { servers, database: await openPlainDatabase(await servers.createDatabase('plain')) };
  await stage(bench.database.client, plain);
  const [ours, stock] = [startWorker('plain/ours.nest.ts'), startWorker('plain/stock.nest.ts')];
  try {
    const rounds = [];
    await consume(bench, ours, many);
    for (let round = 0; round < plain.rounds; round += 1) {
      rounds.push({
        ours: await consume(bench, ours, many),
        limit: await moveAll(bench, many),
        stock: await consume(bench, stock, { ...few, warmUp: plain.warmUp }),
        oursFew: await consume(bench, ours, few),
      });
    }
    return rowsOf(rounds, { many, few });
  } finally {
    ours.stop();
    stock.stop();
    await bench.database.client.end();
  }
}

async function consume({ servers, database }: Bench, worker: Worker, { warmUp = 0, ...topic }: PlainTopic & { warmUp?: number }): Promise<Run> {
  await empty(database);
  const postgres: Partial<Record<Mark, number | null>> = {};
  const written = await writtenBy(database);
  const job = { topic: topic.name, group: randomUUID(), brokers: servers.brokers, databaseUrl: database.url, events: topic.events, warmUp };
  const taken = await worker.run(job, (mark) => (postgres[mark] = servers.postgresTime()));
  return runOf(taken, { postgresUs: (postgres.finished ?? NaN) - (postgres.begun ?? NaN), events: topic.events, ...difference(written, await writtenBy(database)), ...(await hashOf(database)) });
}

async function moveAll({ servers, database }: Bench, { events }: PlainTopic): Promise<Run> {
  await empty(database);
  const [before, written] = [servers.postgresTime(), await writtenBy(database)];
  const ms = await moveStaged(database.client, events);
  return runOf({ events, ms, cpuUs: 0 }, { postgresUs: (servers.postgresTime() ?? NaN) - (before ?? NaN), events, ...difference(written, await writtenBy(database)), ...(await hashOf(database)) });
}

type Cost = Readonly<{ postgresUs: number; events: number; bytes: number; transactions: number; hash: string; rows: number }>;

function runOf({ events, ms, cpuUs }: Taken, cost: Cost): Run {
  return {
    rate: (events / ms) * 1_000, ownUs: cpuUs / events, postgresUs: cost.postgresUs / events,
    walBytes: cost.bytes / cost.events, transactions: cost.transactions / cost.events, hash: `${cost.rows} rows, ${cost.hash}`,
  };
}

const difference = (from: Awaited<ReturnType<typeof writtenBy>>, to: typeof from): typeof from => ({ bytes: to.bytes - from.bytes, transactions: to.transactions - from.transactions });

type Round = Readonly<Record<'ours' | 'limit' | 'stock' | 'oursFew', Run>>;

function rowsOf(rounds: readonly Round[], { many, few }: Readonly<{ many: PlainTopic; few: PlainTopic }>): Row[] {
  for (const { ours, limit, stock, oursFew } of rounds) {
    if (ours.hash !== limit.hash || stock.hash !== oursFew.hash) throw new Error('The tables differ: one of the consumers does not do its work');
  }
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const costs = (who: 'ours' | 'limit' | 'stock'): string => `${rounded(of((round) => round[who].ownUs))} + ${rounded(of((round) => round[who].postgresUs))} µs`;
  const table = `${many.events.toLocaleString('en-GB')} events of about 750 bytes over ${many.keys.toLocaleString('en-GB')} keys: as many inserts, then updates`;
  const ours = perSecond(of((round) => round.ours.rate));
  return [
    {
      what: 'events into a plain table, beside stock Nest', ours, beside: perSecond(of(({ stock }) => stock.rate)),
      figure: { value: of((round) => round.ours.rate / round.stock.rate), unit: '×' }, goal: { atLeast: 40 },
      how: `our transport, transaction and one statement a batch, against \`@EventPattern\` with TypeORM's \`save()\`; ${table}. Stock Nest reads a topic of ${few.events.toLocaleString('en-GB')} such events, the first ones untimed; ours reads that one too and must leave the same table. A table without a domain: the projector itself is below.`,
    },
    {
      what: 'events into a plain table, beside Postgres alone', ours, beside: perSecond(of(({ limit }) => limit.rate)),
      figure: { value: of((round) => round.ours.rate / round.limit.rate), unit: '×' }, goal: { atLeast: 0.5 },
      how: 'the same rows from a staged table by `insert … select … on conflict do update`, 2,000 a statement, one commit each, over one connection; both must leave the same table.',
    },
    {
      what: 'processor time an event, our process', ours: costs('ours'), beside: `stock Nest ${costs('stock')}`,
      figure: { value: of((round) => round.ours.ownUs), unit: ' µs' }, goal: { atMost: 10 }, how: 'consumer process + all of Postgres, user and system, while the events above were read.',
    },
    {
      what: 'processor time an event, Postgres', ours: costs('ours'), beside: `Postgres alone ${costs('limit')}`,
      figure: { value: of((round) => round.ours.postgresUs), unit: ' µs' }, goal: { atMost: 10 }, how: 'as above.',
    },
    {
      what: 'write-ahead log an event', ours: `${rounded(of((round) => round.ours.walBytes))} bytes`, beside: `stock Nest ${rounded(of(({ stock }) => stock.walBytes))}, Postgres alone ${rounded(of(({ limit }) => limit.walBytes))} bytes`,
      figure: null, goal: null, how: 'bytes by which the write-ahead log grew, full pages after the checkpoint before each run included.',
    },
    {
      what: 'transactions an event', ours: rounded(of((round) => round.ours.transactions)), beside: `stock Nest ${rounded(of(({ stock }) => stock.transactions))}`,
      figure: null, goal: null, how: 'transactions that wrote.',
    },
  ];
}
