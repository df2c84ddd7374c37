import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../../infra/kafka/kafka.ts';
import { startApp } from './app-process.ts';
import type { AppName, AppProcess } from './app-process.ts';
import { createDatabase } from './database.ts';

export type System<Apps extends AppName> = Readonly<{
  apps: Readonly<Record<Apps, AppProcess>>;
  databaseUrl: string;
  brokers: readonly string[];
  stop: () => Promise<void>;
}>;

/**
 * A system of its own: an empty database, a Kafka of its own (the topics' names are fixed), and the given apps from
 * `dist`. In order, since each may migrate what the next one reads.
 */
export async function startSystem<Apps extends AppName>(
  names: readonly Apps[],
  mains: Readonly<Record<string, string | undefined>> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<System<Apps>> {
  const dir = mkdtempSync(join(tmpdir(), 'docketwire-system-'));
  const kafka = await startKafka({ dir: join(dir, 'kafka'), pidDir: dir });
  const started = new Map<Apps, AppProcess>();
  const stop = async (): Promise<void> => {
    await Promise.all([...started.values()].map((app) => app.stop()));
    await kafka.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const databaseUrl = await createDatabase();
    const env = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafka.brokers, LOG_LEVEL: 'warn', ...settings };
    for (const app of names) started.set(app, await startApp({ app, dir, env, main: mains[app] }));
    return { apps: Object.fromEntries(started) as Record<Apps, AppProcess>, databaseUrl, brokers: kafka.brokers.split(','), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
