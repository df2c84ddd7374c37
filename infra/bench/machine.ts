import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ROOT } from '../launch/settings.ts';

export type Machine = Readonly<{
  versions: Readonly<Record<string, string>>;
  cpu: Readonly<{ count: number; model: string }>;
  load: Readonly<{ before: readonly number[]; after: readonly number[] }>;
  fsyncPerSecond: number;
}>;

const PACKAGES = ['@nestjs/core', '@nestjs/platform-express', 'typeorm', 'kafkajs', 'pg', 'fastify'];
/** Postgres writes its log in pages of this size. */
const PAGE = Buffer.alloc(8_192, 1);
const FSYNC_MS = 500;

export async function versionsOf(databaseUrl: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  const packages = PACKAGES.map((name) => [name, packageVersion(name)] as const);
  return { Node: process.versions.node, Postgres: rows[0]?.server_version ?? '?', Kafka: kafkaVersion(), ...Object.fromEntries(packages) };
}

export function cpuOf(): Machine['cpu'] {
  const all = cpus();
  return { count: all.length, model: all[0]?.model ?? 'processor' };
}

export const loadNow = (): readonly number[] => loadavg();

/** How often a second this disk says that a page is safe: what every commit waits for. */
export function fsyncRate(dir: string): number {
  const file = join(dir, 'fsync');
  const handle = openSync(file, 'w');
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < FSYNC_MS) {
    writeSync(handle, PAGE);
    fdatasyncSync(handle);
    count += 1;
  }
  const seconds = (performance.now() - start) / 1_000;
  closeSync(handle);
  rmSync(file);
  return count / seconds;
}

function packageVersion(name: string): string {
  return (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}

function kafkaVersion(): string {
  const pom = readFileSync(join(ROOT, 'infra/kafka/pom.xml'), 'utf8');
  return /<kafka\.version>([^<]+)</.exec(pom)?.[1] ?? /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1] ?? '?';
}
