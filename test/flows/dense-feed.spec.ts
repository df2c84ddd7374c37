import { CASE_ASSERTIONS, STATUS_CHANGES } from '@docketwire/contracts';
import { openProducer } from '@docketwire/log';
import { Kafka, logLevel } from 'kafkajs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startApp } from '../support/app-process.ts';
import { madeRecords } from '../support/made-records.ts';
import { openRandom } from '../support/random.ts';
import { readTopic } from '../support/read-topic.ts';
import { startSystem } from '../support/system.ts';
import { waitUntil } from '../support/wait-until.ts';
import { check } from './soak/check.ts';

it('hides no change from a reader that follows the feed while three projectors write it', { timeout: 180_000 }, async () => {
  const system = await startSystem(['projector']);
  onTestFinished(system.stop);
  const dir = mkdtempSync(join(tmpdir(), 'docketwire-projectors-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const env = { DATABASE_URL: system.databaseUrl, KAFKA_BROKERS: system.brokers.join(','), LOG_LEVEL: 'warn' };
  for (const name of ['second', 'third']) onTestFinished((await startApp({ app: 'projector', dir: join(dir, name), env })).stop);
  const database = new Client({ connectionString: system.databaseUrl });
  await database.connect();
  onTestFinished(() => database.end());
  await waitUntil('three projectors share the partitions', () => membersOf(system.brokers, 3));
  const records = madeRecords(openRandom(7), { cases: 150, articles: 6, revisions: 4 });

  const producer = await openProducer({ brokers: system.brokers, clientId: 'dense' });
  const sent = Promise.all(records.map(({ record }) => producer.send(CASE_ASSERTIONS.name, record)));
  const followed = await follow(database, records.length);
  await sent;
  await producer.close();

  const { rows } = await database.query<{ seq: string }>('select seq from feed.change order by seq');
  expect(followed).toEqual(rows.map(({ seq }) => Number(seq)));
  expect(followed).toEqual(followed.map((_, place) => place + 1));
  expect(followed.length).toBeGreaterThan(1_000);
  await waitUntil('the feed is relayed', async () => (await database.query<{ done: boolean }>('select relay.last_seq = counter.last_seq as done from feed.relay, feed.counter')).rows[0]?.done === true);
  const findings = await check(database, await readTopic(system.brokers, CASE_ASSERTIONS.name), await readTopic(system.brokers, STATUS_CHANGES.name));
  expect(findings).toMatchObject({ appliedOff: 0, wrongCases: 0, missingChanges: 0, duplicateChanges: 0, reorderedCases: 0, holes: 0, unpublished: 0 });
});

/** Reads on from the last number it saw, never back, until all records are projected: what a stream or a relay does. */
async function follow(database: Client, records: number): Promise<number[]> {
  const seen: number[] = [];
  await waitUntil('all records are projected', async () => {
    const { rows: applied } = await database.query<{ applied: string }>('select coalesce(sum(applied), 0) as applied from proj_v1.projection_offset');
    const { rows } = await database.query<{ seq: string }>('select seq from feed.change where seq > $1 order by seq', [seen.at(-1) ?? 0]);
    seen.push(...rows.map(({ seq }) => Number(seq)));
    return Number(applied[0]?.applied) === records;
  });
  return seen;
}

/** Whether the group has as many members, each with partitions of its own. */
async function membersOf(brokers: readonly string[], count: number): Promise<boolean> {
  const admin = new Kafka({ brokers: [...brokers], clientId: 'members', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { groups } = await admin.describeGroups(['projector']);
    return groups[0]?.state === 'Stable' && groups[0].members.filter(({ memberAssignment }) => memberAssignment.length > 0).length === count;
  } finally {
    await admin.disconnect();
  }
}
