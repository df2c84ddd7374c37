import { CASE_ASSERTIONS } from '@docketwire/contracts';
import { ensureTopics } from '@docketwire/log';
import { Client } from 'pg';
import { join } from 'node:path';
import { settled } from '../../../test/support/settled.ts';
import { startApp } from '../../../test/support/app-process.ts';
import type { AppName } from '../../../test/support/app-process.ts';
import { milliseconds } from '../row.ts';
import type { Row } from '../row.ts';
import type { Servers } from '../servers.ts';
import type { Sizes } from '../sizes.ts';
import type { Latency } from './pace.ts';
import { postToStream, recordToConsumer, recordToStream } from './paths.ts';

type Measured = Readonly<{ rate: number; ours: Latency; broker: Latency }>;
type Live = Readonly<{ urls: Readonly<Record<AppName, string>>; settle: () => Promise<void> }>;

/** In this order: each migrates what the next one reads. */
const APPS: readonly AppName[] = ['projector', 'extractor', 'intake', 'query'];
const BROKER_TOPIC = 'bench.latency.v1';
const WARM_UP = { rate: 50, seconds: 2 };
/** The rate whose latencies have a goal. */
const GOAL_RATE = 200;
const GOAL_P50_MS = 20;
const GOAL_P99_MS = 100;

/** From what comes in to the subscriber who hears of it, at fixed rates, beside the broker's own way from producer to consumer. */
export async function measureLatency(servers: Servers, { latency: { posts, records, seconds } }: Sizes): Promise<Row[]> {
  await ensureTopics({ brokers: servers.brokers, clientId: 'bench' }, [{ ...CASE_ASSERTIONS, name: BROKER_TOPIC }]);
  return withApps(servers, async ({ urls, settle }) => {
    const broker = (rate: number): Promise<Latency> => recordToConsumer(servers.brokers, BROKER_TOPIC, { rate, seconds, run: `b${rate}` });
    let articles = 0;
    const post = (rate: number, run: string, forSeconds = seconds): Promise<Latency> => {
      const first = articles;
      articles += rate * forSeconds;
      return postToStream(urls, { rate, seconds: forSeconds, run }, first);
    };
    await post(WARM_UP.rate, 'warm', WARM_UP.seconds);
    await recordToStream(urls.query, servers.brokers, { rate: GOAL_RATE, seconds: WARM_UP.seconds, run: 'warm-r' });
    await settle();
    const rows: Row[] = [];
    for (const rate of posts) rows.push(...rowsOf('article posted → SSE', { rate, broker: await broker(rate), ours: await post(rate, `p${rate}`) }));
    for (const rate of records) rows.push(...rowsOf('assertions recorded → SSE', { rate, broker: await broker(rate), ours: await recordToStream(urls.query, servers.brokers, { rate, seconds, run: `r${rate}` }) }));
    return rows;
  });
}

async function withApps<Result>(servers: Servers, work: (live: Live) => Promise<Result>): Promise<Result> {
  const databaseUrl = await servers.createDatabase('live');
  const env = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: servers.brokers.join(','), LOG_LEVEL: 'warn' };
  const started = [];
  const client = new Client({ connectionString: databaseUrl });
  try {
    for (const app of APPS) started.push([app, await startApp({ app, dir: join(servers.dir, 'live'), env })] as const);
    await client.connect();
    const urls = Object.fromEntries(started.map(([app, { url }]) => [app, url])) as Record<AppName, string>;
    return await work({ urls, settle: () => settled(client, servers.brokers) });
  } finally {
    await client.end();
    await Promise.all(started.map(([, app]) => app.stop()));
  }
}

function rowsOf(path: string, { rate, ours, broker }: Measured): Row[] {
  const how = path.startsWith('article')
    ? `short articles (two sentences, a case each) posted to the intake at ${rate}/s by the clock, until the change is read from the event stream: intake, log, extractor, outbox, log, projector, feed, query. ${ours.count.toLocaleString('en-GB')} articles.`
    : `records of one assertion (a case each) produced at ${rate}/s by the clock, until the change is read from the event stream: log, projector, feed, query. ${ours.count.toLocaleString('en-GB')} records.`;
  const beside = (value: number): string => `broker alone ${milliseconds(value)}`;
  const isGoal = rate === GOAL_RATE;
  return [
    { what: `${path}, ${rate}/s, p50`, ours: milliseconds(ours.p50), beside: beside(broker.p50), figure: { value: ours.p50, unit: ' ms' }, goal: isGoal ? { atMost: GOAL_P50_MS } : null, how: `${how} Beside it, records of the same length from our producer to a plain kafkajs consumer.` },
    { what: `${path}, ${rate}/s, p99`, ours: milliseconds(ours.p99), beside: beside(broker.p99), figure: { value: ours.p99, unit: ' ms' }, goal: isGoal ? { atMost: GOAL_P99_MS } : null, how: 'as above.' },
  ];
}
