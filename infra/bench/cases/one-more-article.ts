import { Projection, PROJECTION_OFFSETS, PROJECTION_SCHEMA, openProjectionOnce } from '@docketwire/projection';
import type { Incoming } from '@docketwire/projection';
import { dataSourceOptions, migrate, openOffsetStore } from '@docketwire/platform';
import { uuid5 } from '@docketwire/kernel';
import { DataSource } from 'typeorm';
import { median, milliseconds } from '../row.ts';
import type { Row } from '../row.ts';
import type { Servers } from '../servers.ts';
import type { Sizes } from '../sizes.ts';
import { newsSet } from './news.ts';

type Told = Readonly<{ offset: number; appendedAt: number; incoming: Incoming }>;
type Case = { readonly id: string; readonly partition: number; articles: number };
type Projector = Readonly<{ tell(of: Case, articles: number): Promise<void>; end(): Promise<void> }>;

const TOPIC = 'bench.one-more-article';
const BATCH = 1_000;
const FIRST_MOMENT = Date.UTC(2024, 0, 1);

/** What one more article costs a case that has many beside one that has few: each event is a batch, with its commit. */
export async function measureOneMore(servers: Servers, { cases: { articles, events } }: Sizes): Promise<Row[]> {
  const [few, many] = articles;
  const url = await servers.createDatabase('one_more');
  await migrate(url, PROJECTION_SCHEMA);
  const large: Case = { id: uuid5('bench case', many), partition: 1, articles: 0 };
  const projector = await openProjector(url, [0, large.partition]);
  try {
    await projector.tell(large, many);
    const rounds: [number, number][] = [];
    while (rounds.length < events) rounds.push(...(await someRounds(projector, { small: { id: uuid5('bench case', few, rounds.length), partition: 0, articles: 0 }, large, few })));
    const [smallMs, largeMs] = [median(rounds.map(([ms]) => ms)), median(rounds.map(([, ms]) => ms))];
    return [{
      what: `one more article of a case with ${many.toLocaleString('en-GB')}, beside one with ${few}`, ours: milliseconds(largeMs), beside: milliseconds(smallMs),
      figure: { value: largeMs / smallMs, unit: '×' }, goal: { atMost: 2 },
      how: `the projection room's whole transaction for a batch of one event, commit included, ${events} times each in turn; both cases are open in the projector. The first time after a restart it loads the case: ${milliseconds(await reload(url, large))} for the large one.`,
    }];
  } finally {
    await projector.end();
  }
}

/** A few at a time, with a new small case each: it must stay small. */
async function someRounds(projector: Projector, { small, large, few }: Readonly<{ small: Case; large: Case; few: number }>): Promise<[number, number][]> {
  await projector.tell(small, few);
  const rounds: [number, number][] = [];
  for (let round = 0; round < few; round += 1) rounds.push([await timed(() => projector.tell(small, 1)), await timed(() => projector.tell(large, 1))]);
  return rounds;
}

async function openProjector(url: string, partitions: readonly number[]): Promise<Projector> {
  const source = await new DataSource(dataSourceOptions(url, PROJECTION_SCHEMA)).initialize();
  const projection = new Projection<Told>(source, openProjectionOnce(source), { decode: ({ incoming }) => Promise.resolve(incoming), toPark: () => ({ key: null, value: null, headers: {} }) });
  const offsets = openOffsetStore(source, PROJECTION_OFFSETS);
  for (const partition of partitions) await offsets.init(TOPIC, partition, { next: 0, clusterId: 'bench' });
  const next = new Map([...(await offsets.load(TOPIC, partitions))].map(([partition, stored]) => [partition, stored.next]));
  return {
    tell: async (of, articles) => {
      for (let left = articles; left > 0; left -= BATCH) {
        const start = next.get(of.partition) ?? 0;
        const records = Array.from({ length: Math.min(BATCH, left) }, (_, place) => toldOf(of, start + place));
        next.set(of.partition, start + records.length);
        await projection.project({ topic: TOPIC, partition: of.partition, records });
      }
    },
    end: () => source.destroy(),
  };
}

function toldOf(of: Case, offset: number): Told {
  const set = newsSet({ article: of.articles, case: of.id });
  of.articles += 1;
  const known = FIRST_MOMENT + offset;
  return { offset, appendedAt: known, incoming: { offset, eventId: uuid5(of.id, set.article), known, event: { type: 'ExtractionRecorded', caseId: of.id, set, movedTo: null } } };
}

/** By a projector that has just started. */
async function reload(url: string, large: Case): Promise<number> {
  const projector = await openProjector(url, [large.partition]);
  try {
    return await timed(() => projector.tell(large, 1));
  } finally {
    await projector.end();
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
