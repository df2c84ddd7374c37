import { ARTICLE_UPDATES, encodeEvent } from '@docketwire/contracts';
import type { ArticleUpdate, CaseDetail, Envelope } from '@docketwire/contracts';
import { openProducer } from '@docketwire/log';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endState } from '../support/end-state.ts';
import { NEWSROOM, newsroomEvents } from '../support/newsroom.ts';
import { openRandom } from '../support/random.ts';
import { settled } from '../support/settled.ts';
import { startSystem } from '../support/system.ts';
import type { System } from '../support/system.ts';

const SEEDS = [1, 2, 3];

/** Sends the events in order, straight to Kafka as any publisher may, and returns when all is projected. */
async function publish({ brokers, databaseUrl }: System<never>, events: readonly Envelope<ArticleUpdate>[]): Promise<string> {
  const producer = await openProducer({ brokers, clientId: 'newsroom' });
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    for (const event of events) await producer.send(ARTICLE_UPDATES.name, encodeEvent(event.subject, event));
    await settled(database, brokers);
    return await endState(database);
  } finally {
    await producer.close();
    await database.end();
  }
}

describe('the sample newsroom', () => {
  let system: System<'extractor' | 'projector' | 'query'>;
  let inPublishedOrder: string;

  beforeAll(async () => {
    system = await startSystem(['extractor', 'projector', 'query']);
    inPublishedOrder = await publish(system, newsroomEvents(1));
  });
  afterAll(() => system.stop());

  it('is one case with its three defendants and nobody else', async () => {
    const { cases } = await get<{ cases: { id: string }[] }>('/v1/cases?includePreCharge=true');
    expect(cases).toHaveLength(1);
    const { defendants } = await caseOn('2023-12-31');
    expect(defendants.map(({ name }) => name).toSorted()).toEqual(Object.values(NEWSROOM.defendants).map(({ name }) => name).toSorted());
  });

  it.each(NEWSROOM.expect.filter(({ batch }) => batch === 1))('has defendant $defendant $status on $on', async ({ on, defendant, status }) => {
    const { defendants } = await caseOn(on);
    expect(defendants.find(({ name }) => name === NEWSROOM.defendants[defendant]?.name)?.status).toBe(status);
  });

  it.each(NEWSROOM.alsoExpect.filter(({ batch }) => batch === 1))('has charge $charge $status on $on: $why', async ({ on, charge, ...rest }) => {
    const { batch: _batch, why: _why, ...expected } = rest;
    const { offence = '', defendant = '' } = NEWSROOM.charges[charge] ?? {};
    const { defendants } = await caseOn(on);
    const found = defendants.find(({ name }) => name === NEWSROOM.defendants[defendant]?.name)?.charges.find((each) => each.offence === offence);
    const last = found?.history.findLast((step) => step.to === found.status);
    expect({ ...found, announcedOn: last?.announcedOn, occurredOn: last?.occurredOn }).toMatchObject(expected);
  });

  it.each(SEEDS)('ends the same in any order, however often its articles come (seed %i)', { timeout: 120_000 }, async (seed) => {
    const random = openRandom(seed);
    const events = newsroomEvents(1);
    const other = await startSystem(['extractor', 'projector']);
    try {
      expect(await publish(other, random.shuffle([...events, ...events.filter(() => random.chance(0.4))]))).toBe(inPublishedOrder);
    } finally {
      await other.stop();
    }
  });

  async function get<Body>(path: string): Promise<Body> {
    const answer = await fetch(`${system.apps.query.url}${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  async function caseOn(on: string): Promise<CaseDetail> {
    const { cases } = await get<{ cases: { id: string }[] }>('/v1/cases?includePreCharge=true');
    return get<CaseDetail>(`/v1/cases/${cases[0]?.id}?on=${on}`);
  }
});
