import { writeFileSync } from 'node:fs';
import { step } from '../progress.mjs';
import { Refusal } from '../refusal.ts';
import { measureOneMore } from './cases/one-more-article.ts';
import { measureProjector } from './cases/projector.ts';
import { measureHttp } from './http/http.ts';
import { measureLatency } from './latency/latency.ts';
import { cpuOf, fsyncRate, loadNow, versionsOf } from './machine.ts';
import { measureGrowth } from './plain/growth.ts';
import { measurePlain } from './plain/plain.ts';
import { measurePure } from './pure.ts';
import { markdownOf, textOf } from './report.ts';
import type { Row } from './row.ts';
import { startServers } from './servers.ts';
import type { Servers } from './servers.ts';
import type { Sizes } from './sizes.ts';

type Request = Readonly<{ sizes: Sizes; write: boolean; only?: readonly string[] | undefined }>;

/** In this order: latencies while the topics are empty; HTTP after the cases, which it reads. */
const PARTS: readonly Readonly<{ name: string; title: string; measure: (servers: Servers, sizes: Sizes) => Promise<Row[]> }>[] = [
  { name: 'pure', title: 'Without servers', measure: measurePure },
  { name: 'plain', title: 'A plain table', measure: async (servers, sizes) => [...(await measurePlain(servers, sizes)), ...(await measureGrowth(servers, sizes))] },
  { name: 'latency', title: 'Latency', measure: measureLatency },
  { name: 'cases', title: 'Cases', measure: async (servers, sizes) => [...(await measureProjector(servers, sizes)), ...(await measureOneMore(servers, sizes))] },
  { name: 'http', title: 'HTTP', measure: measureHttp },
];

export async function bench({ sizes, write, only }: Request): Promise<void> {
  const unknown = only?.find((name) => PARTS.every((part) => part.name !== name));
  if (unknown !== undefined) throw new Refusal(`There is no part ${unknown}: ${PARTS.map(({ name }) => name).join(', ')}`);
  const startedAt = performance.now();
  const before = loadNow();
  const servers = await step('Starting Kafka and Postgres', startServers);
  try {
    const rows: Row[] = [];
    for (const part of PARTS.filter(({ name }) => !only || only.includes(name))) rows.push(...(await step(part.title, () => part.measure(servers, sizes))));
    const machine = { versions: await versionsOf(await servers.createDatabase('docketwire')), cpu: cpuOf(), fsyncPerSecond: fsyncRate(servers.dir), load: { before, after: loadNow() } };
    const report = { sizes, machine, rows, seconds: (performance.now() - startedAt) / 1_000, command: `npm run bench -- ${sizes.name === 'full' ? '--full ' : ''}--write` };
    process.stdout.write(`\n${textOf(report)}\n`);
    if (write) writeFileSync('docs/benchmarks.md', markdownOf(report));
  } finally {
    await servers.stop();
  }
}
