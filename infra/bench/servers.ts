import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../kafka/kafka.ts';
import { createDatabase, startPostgres } from '../postgres/postgres.ts';
import { readPidFile } from '../process/pid-file.ts';
import { processorTime } from './processor-time.ts';

/** The servers of one run of the benchmark, in a folder that goes away with them. */
export type Servers = Readonly<{
  dir: string;
  brokers: readonly string[];
  /** An empty database; returns its address. */
  createDatabase(name: string): Promise<string>;
  /** Processor time (µs) that Postgres has used until now; null where the system does not say. */
  postgresTime(): number | null;
  stop(): Promise<void>;
}>;

/** Postgres waits for the disk as a real one does: a benchmark without fsync would flatter small transactions. */
export async function startServers(): Promise<Servers> {
  const dir = mkdtempSync(join(tmpdir(), `docketwire-bench-${process.pid}-`));
  // An interrupted run stops its servers and leaves no folder behind either.
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const started = await Promise.allSettled([startPostgres({ dir: join(dir, 'postgres'), pidDir: dir, durable: true }), startKafka({ dir: join(dir, 'kafka'), pidDir: dir })]);
  const [postgres, kafka] = started;
  const stop = async (): Promise<void> => {
    await Promise.allSettled(started.map(async (server) => server.status === 'fulfilled' && (await server.value.stop())));
    rmSync(dir, { recursive: true, force: true });
  };
  if (postgres.status === 'rejected' || kafka.status === 'rejected') {
    await stop();
    throw new AggregateError(started.flatMap((server) => (server.status === 'rejected' ? [server.reason as unknown] : [])), 'the servers did not come up');
  }
  const pid = readPidFile(join(dir, 'postgres.pid'))?.pid ?? 0;
  return {
    dir,
    brokers: kafka.value.brokers.split(','),
    createDatabase: (name) => createDatabase(postgres.value.url, name),
    postgresTime: () => processorTime(pid),
    stop,
  };
}
