import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { createHttpApp } from '@docketwire/platform';
import { DataSource } from 'typeorm';
import { API } from '../src/api.js';
import { QueryModule } from '../src/query.module.js';
import type { StreamTimes } from '../src/stream/stream-times.js';

export type OpenQuery = Readonly<{ url: string; db: DataSource; close: () => Promise<void> }>;

/** Quick enough for a spec; the rest as in a running system. */
const TIMES: StreamTimes = { pollMs: 1_000, heartbeatMs: 200, lifeMs: () => 60_000 };

/** The app on a port of its own, on an empty database. Whoever opens it closes it. */
export async function openQuery(databaseUrl: string, times: Partial<StreamTimes> = {}): Promise<OpenQuery> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, KAFKA_BROKERS: '127.0.0.1:9', LOG_LEVEL: 'silent' });

  @Module({ imports: [QueryModule.withTimes({ ...TIMES, ...times })] })
  class SpecModule {}

  const app = await createHttpApp(SpecModule, API);
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), db: app.get(DataSource, { strict: false }), close: () => app.close() };
}
