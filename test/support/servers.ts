import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startKafka } from '../../infra/kafka/kafka.ts';
import { startPostgres } from '../../infra/postgres/postgres.ts';
import { makeRunDir, sweepRunDirs } from './run-dir.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's Postgres: make a database of your own on it by `createDatabase`. */
    databaseUrl: string;
    /** Of the run's Kafka: begin the names of your topics and groups with a prefix of your own. */
    kafkaBrokers: string;
  }
}

/** One Postgres and one Kafka broker for the whole run, in a folder that goes away with them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepRunDirs();
  const dir = makeRunDir();
  const [postgres, kafka] = await Promise.allSettled([startPostgres({ dir: join(dir, 'postgres'), pidDir: dir, durable: false }), startKafka({ dir: join(dir, 'kafka'), pidDir: dir })]);
  const tearDown = async (): Promise<void> => {
    await Promise.allSettled([postgres, kafka].map(async (server) => server.status === 'fulfilled' && (await server.value.stop())));
    rmSync(dir, { recursive: true, force: true });
  };
  if (postgres.status === 'fulfilled' && kafka.status === 'fulfilled') {
    project.provide('databaseUrl', postgres.value.url);
    project.provide('kafkaBrokers', kafka.value.brokers);
    return tearDown;
  }
  await tearDown();
  const reasons = [postgres, kafka].flatMap((server) => (server.status === 'rejected' ? [server.reason as unknown] : []));
  throw new AggregateError(reasons, `the test servers did not come up: ${reasons.join('; ')}`);
}
