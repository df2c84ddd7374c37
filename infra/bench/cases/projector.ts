import { CASE_ASSERTIONS, TOPICS } from '@docketwire/contracts';
import { ensureTopics, openProducer } from '@docketwire/log';
import { Kafka, logLevel } from 'kafkajs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startApp } from '../../../test/support/app-process.ts';
import type { AppProcess } from '../../../test/support/app-process.ts';
import { madeRecords } from '../../../test/support/made-records.ts';
import { openRandom } from '../../../test/support/random.ts';
import { readPidFile } from '../../process/pid-file.ts';
import { processorTime } from '../processor-time.ts';
import { median, perSecond, rounded } from '../row.ts';
import type { Row } from '../row.ts';
import type { Servers } from '../servers.ts';
import type { Sizes } from '../sizes.ts';

/** The database that the last round leaves, for who reads cases. */
export const CASES_DATABASE = 'cases_0';

type Run = Readonly<{ rate: number; ownUs: number; postgresUs: number; walBytes: number }>;
type Mark = Readonly<{ at: number; applied: number; own: number; postgres: number; wal: number }>;

/** Where the clock starts: before it, the compiler and the caches warm up. */
const WARM = 0.25;
const LOOK_MS = 20;
const LIMIT_MS = 120_000;

/** The projector as it runs, domain and all: records of invented cases in, views, intervals and the feed out. */
export async function measureProjector(servers: Servers, { cases }: Sizes): Promise<Row[]> {
  const records = await publish(servers, cases.cases);
  const runs: Run[] = [];
  for (let round = cases.rounds - 1; round >= 0; round -= 1) runs.push(await project(servers, `cases_${round}`, records));
  const of = (pick: (run: Run) => number): number => median(runs.map(pick));
  return [{
    what: 'records into full case views', ours: perSecond(of(({ rate }) => rate)), beside: '', figure: null, goal: null,
    how: `the projector itself, started anew on ${records.toLocaleString('en-GB')} records of ${cases.cases.toLocaleString('en-GB')} invented cases (two defendants, ten articles a case, each in three revisions, a third told twice): decode and check, fold, diff, four tables, the change feed, and its relay to Kafka; timed after the first quarter. ${rounded(of(({ ownUs }) => ownUs))} µs of its own processor time a record, ${rounded(of(({ postgresUs }) => postgresUs))} µs of Postgres', ${rounded(of(({ walBytes }) => walBytes))} bytes of write-ahead log.`,
  }];
}

/** Returns how many records the topic has then. */
async function publish({ brokers }: Servers, cases: number): Promise<number> {
  const settings = { brokers, clientId: 'bench' };
  await ensureTopics(settings, TOPICS);
  const producer = await openProducer(settings);
  const made = madeRecords(openRandom(1), { cases, articles: 10, revisions: 3 });
  try {
    await Promise.all(made.map(({ record }) => producer.send(CASE_ASSERTIONS.name, record)));
  } finally {
    await producer.close();
  }
  const admin = new Kafka({ brokers: [...brokers], clientId: 'bench', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(CASE_ASSERTIONS.name);
  await admin.disconnect();
  return ends.reduce((sum, { high }) => sum + Number(high), 0);
}

async function project(servers: Servers, database: string, records: number): Promise<Run> {
  const url = await servers.createDatabase(database);
  const dir = join(servers.dir, database);
  const projector = await startApp({ app: 'projector', dir, env: { DATABASE_URL: url, KAFKA_BROKERS: servers.brokers.join(','), LOG_LEVEL: 'warn' } });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const look = (): Promise<Mark> => markOf(client, servers, pidOf(dir));
    const first = await until(projector, look, records * WARM);
    return runBetween(first, await until(projector, look, records));
  } finally {
    await client.end();
    await projector.stop();
  }
}

async function until({ log }: AppProcess, look: () => Promise<Mark>, records: number): Promise<Mark> {
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await sleep(LOOK_MS)) {
    const mark = await look();
    if (mark.applied >= records) return mark;
  }
  throw new Error(`The projector did not apply ${records} records within ${LIMIT_MS} ms:\n${log().slice(-2_000)}`);
}

async function markOf(client: Client, servers: Servers, pid: number): Promise<Mark> {
  const { rows } = await client.query<{ applied: string; wal: string }>(`select coalesce(sum(applied), 0) as applied, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as wal from proj_v1.projection_offset`);
  return { at: performance.now(), applied: Number(rows[0]?.applied), wal: Number(rows[0]?.wal), own: processorTime(pid) ?? NaN, postgres: servers.postgresTime() ?? NaN };
}

function runBetween(from: Mark, to: Mark): Run {
  const records = to.applied - from.applied;
  return { rate: (records / (to.at - from.at)) * 1_000, ownUs: (to.own - from.own) / records, postgresUs: (to.postgres - from.postgres) / records, walBytes: (to.wal - from.wal) / records };
}

function pidOf(dir: string): number {
  const file = readdirSync(dir).find((name) => name.endsWith('.pid'));
  return (file && readPidFile(join(dir, file))?.pid) || 0;
}
