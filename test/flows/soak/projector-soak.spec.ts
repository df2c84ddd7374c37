import { CASE_ASSERTIONS, STATUS_CHANGES } from '@docketwire/contracts';
import { openProducer } from '@docketwire/log';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { madeRecords } from '../../support/made-records.ts';
import { openRandom } from '../../support/random.ts';
import { readTopic } from '../../support/read-topic.ts';
import { startSystem } from '../../support/system.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { check } from './check.ts';
import type { Findings } from './check.ts';

const SEED = 20_261_122;
const NOTHING_WRONG = {
  appliedOff: 0, wrongCases: 0, missingChanges: 0, duplicateChanges: 0, unexpectedChanges: 0, reorderedCases: 0, holes: 0, unpublished: 0,
};

/** From its first transaction, a burst is projected within about this time: kills fall into its transactions and between them. */
const LATEST_KILL_MS = 400;

type Soak = Readonly<{ kills: number; /** The control that stores its offset so, in place of the projector. */ offsetStored?: 'before' | 'after' }>;

describe('the projector, killed at random points with its records delivered again', () => {
  it('misses nothing, repeats nothing and gets no case wrong in 30 kills', { timeout: 300_000 }, async () => {
    const findings = await soak({ kills: 30 });
    process.stdout.write(`soak: ${JSON.stringify(findings)}\n`);
    expect(findings).toMatchObject(NOTHING_WRONG);
    expect(findings.records).toBeGreaterThan(5_000);
  });

  it('is seen to apply records twice when the offset is stored after the commit', { timeout: 120_000 }, async () => {
    const findings = await soak({ kills: 2, offsetStored: 'after' });
    expect(findings.appliedOff).toBeGreaterThan(0);
  });

  it('is seen to lose changes when the offset is stored before the commit', { timeout: 120_000 }, async () => {
    const findings = await soak({ kills: 2, offsetStored: 'before' });
    expect(findings.missingChanges).toBeGreaterThan(0);
    expect(findings.wrongCases).toBeGreaterThan(0);
  });
});

async function soak({ kills, offsetStored }: Soak): Promise<Findings> {
  const random = openRandom(SEED);
  const mains = { projector: offsetStored && 'test/flows/soak/unfenced-projector.mjs' };
  const system = await startSystem(['projector'], mains, { KAFKA_SESSION_TIMEOUT_MS: '1500', OFFSET_STORED: offsetStored ?? '' });
  onTestFinished(system.stop);
  const database = new Client({ connectionString: system.databaseUrl });
  await database.connect();
  const producer = await openProducer({ brokers: system.brokers, clientId: 'soak' });
  const records = madeRecords(random, { cases: 100, articles: 6, revisions: Math.ceil(kills / 3) });
  const burst = Math.ceil(records.length / kills);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const before = await offsets(database);
      const sent = Promise.all(records.slice(kill * burst, (kill + 1) * burst).map(({ record }) => producer.send(CASE_ASSERTIONS.name, record)));
      // A kill before the first record is read would prove nothing: the controls below found that out.
      await waitUntil('the projector has begun', async () => (await offsets(database)) > before);
      await waitUntil('a control stands between its two commits', async () => !offsetStored || (await isBetweenCommits(database)));
      // Not synchronisation: the random moment is the test.
      await new Promise((resolve) => setTimeout(resolve, random.below(LATEST_KILL_MS)));
      await system.apps.projector.kill('SIGKILL');
      await sent;
      await system.apps.projector.restart();
    }
    await waitUntil('the projector has come to the end of the log', async () => (await offsets(database)) === records.length);
    await waitUntil('the feed is relayed', () => isRelayed(database));
    return await check(database, await readTopic(system.brokers, CASE_ASSERTIONS.name), await readTopic(system.brokers, STATUS_CHANGES.name));
  } finally {
    await producer.close();
    await database.end();
  }
}

async function offsets(database: Client): Promise<number> {
  const { rows } = await database.query<{ next: string }>('select coalesce(sum(next_offset), 0) as next from proj_v1.projection_offset');
  return Number(rows[0]?.next);
}

async function isBetweenCommits(database: Client): Promise<boolean> {
  const { rows } = await database.query<{ between: boolean }>('select bool_or(applied <> next_offset) as between from proj_v1.projection_offset');
  return rows[0]?.between === true;
}

async function isRelayed(database: Client): Promise<boolean> {
  const { rows } = await database.query<{ done: boolean }>('select relay.last_seq = counter.last_seq as done from feed.relay, feed.counter');
  return rows[0]?.done === true;
}
