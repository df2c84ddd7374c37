import { ARTICLE_UPDATES, ArticleUpdateRequest, CASE_ASSERTIONS, articleUpdateEvent, deadLetters, encodeEvent, headerOf } from '@docketwire/contracts';
import type { OutRecord } from '@docketwire/contracts';
import { uuid5 } from '@docketwire/kernel';
import { openProducer } from '@docketwire/log';
import type { AnyRecord, RecordProducer } from '@docketwire/log';
import { Kafka, logLevel } from 'kafkajs';
import type { Admin } from 'kafkajs';
import { request } from 'node:http';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeRecords } from '../support/made-records.ts';
import { openRandom } from '../support/random.ts';
import { readTopic } from '../support/read-topic.ts';
import { settled } from '../support/settled.ts';
import { startSystem } from '../support/system.ts';
import type { System } from '../support/system.ts';
import { waitUntil } from '../support/wait-until.ts';

const SEED = 20_261_123;
const GOOD = 2_000;
const BAD_EACH = 20;
/** What no partition may be held for. */
const HELD_MS = 5_000;
/** Few enough that a busy machine reads them well within that. */
const AT_ONCE = 25;
const OFFSETS: Readonly<Record<string, string>> = { [ARTICLE_UPDATES.name]: 'extract.consumer_offset', [CASE_ASSERTIONS.name]: 'proj_v1.projection_offset' };
/** The longest value that a broker takes by default, less the room that its batch and our headers need. */
const LONGEST = 1_047_000;
const TEN_MB = 10 * 1024 * 1024;

type Bad = Readonly<{ what: string; record: AnyRecord }>;

describe('one bad record in a hundred, on both topics', () => {
  const random = openRandom(SEED);
  const articles = Array.from({ length: GOOD }, (_, n) => goodUpdate(n));
  const made = madeRecords(random, { cases: 400, articles: 5, revisions: 1 });
  const assertions = made.filter(({ record }, place) => made.findIndex((other) => other.record.headers['ce_id'] === record.headers['ce_id']) === place).slice(0, GOOD);
  const badArticles = Array.from({ length: BAD_EACH }, (_, n) => badRecord(goodUpdate(GOOD + n), n));
  const badAssertions = Array.from({ length: BAD_EACH }, (_, n) => badRecord(made[n]?.record as OutRecord, n));
  const unstorable = unstorableRecords(made[0]?.record as OutRecord);
  let system: System<'intake' | 'extractor' | 'projector'>;
  let database: Client;
  let producer: RecordProducer;
  let admin: Admin;
  let heldMs: Readonly<{ news: number; facts: number }>;

  beforeAll(async () => {
    system = await startSystem(['intake', 'extractor', 'projector'], {}, { LOG_LEVEL: 'error' });
    database = new Client({ connectionString: system.databaseUrl });
    await database.connect();
    producer = await openProducer({ brokers: system.brokers, clientId: 'bad input' });
    admin = new Kafka({ brokers: [...system.brokers], clientId: 'bad input', logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const [news, facts] = await Promise.all([
      sendInTurn(ARTICLE_UPDATES.name, mix(random.shuffle, articles, badArticles.map(({ record }) => record))),
      sendInTurn(CASE_ASSERTIONS.name, mix(random.shuffle, assertions.map(({ record }) => record), [...badAssertions, ...unstorable].map(({ record }) => record))),
    ]);
    heldMs = { news, facts };
    await settled(database, system.brokers);
  }, 240_000);
  afterAll(async () => {
    await Promise.all([producer?.close(), admin?.disconnect()]);
    await database?.end();
    await system?.stop();
  });

  it('leaves every good article read', async () => {
    expect(await counted('select count(*) as n from extract.article')).toBe(GOOD);
  });

  it('leaves every good assertion projected', async () => {
    const { rows } = await database.query<{ event_id: string }>('select event_id from proj_v1.assertion_set');
    const projected = new Set(rows.map(({ event_id: id }) => id));
    expect(assertions.filter(({ record }) => !projected.has(record.headers['ce_id'] ?? ''))).toEqual([]);
  });

  it.each([[ARTICLE_UPDATES.name, badArticles], [CASE_ASSERTIONS.name, badAssertions]] as const)('is a dead letter of %s, once, with its reason and its own bytes', async (topic, bad) => {
    const letters = await readTopic(system.brokers, deadLetters(topic).name);
    const values = (records: readonly { value: Buffer | string | null }[]): string[] => records.map(({ value }) => Buffer.from(value ?? '').toString('base64').slice(0, 200)).toSorted();
    expect(values(letters)).toEqual(values(bad.map(({ record }) => record)));
    expect(letters.filter((letter) => !headerOf(letter, 'dlq_reason') || !headerOf(letter, 'dlq_code'))).toEqual([]);
  });

  it('is parked with its reason where only the tables refuse it', async () => {
    const { rows } = await database.query<{ event_id: string; reason: string }>('select event_id, reason from ops.parked_event order by event_id');
    expect(rows.map(({ event_id: id }) => id)).toEqual(unstorable.map(({ record }) => String(record.headers['ce_id'])).toSorted());
    expect(rows.filter(({ reason }) => reason === '')).toEqual([]);
  });

  it(`holds no partition for more than ${HELD_MS} ms`, () => {
    process.stdout.write(`bad input: ${AT_ONCE} records were applied after at most ${heldMs.news} ms (articles) and ${heldMs.facts} ms (assertions); ${2 * BAD_EACH + unstorable.length} of ${2 * GOOD} were bad\n`);
    expect(Math.max(heldMs.news, heldMs.facts)).toBeLessThan(HELD_MS);
  });

  it('of 10 MB is refused by the broker, once, and by intake, and others of its partition go on', async () => {
    const large = { ...goodUpdate(0), value: JSON.stringify({ text: 'x'.repeat(TEN_MB) }) };
    const after = goodUpdate(0, `${personOf(0)} was acquitted on April 4, 2024.`);
    const [refused, taken] = await Promise.allSettled([producer.send(ARTICLE_UPDATES.name, large), producer.send(ARTICLE_UPDATES.name, after)]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'RECORD_TOO_LARGE', retryable: false } });
    expect(taken.status).toBe('fulfilled');
    const answer = await postTenMegabytes(`${system.apps.intake.url}/v1/article-updates`);
    expect(answer).toEqual({ status: 413, type: expect.stringContaining('application/problem+json') as string });
  });

  /** The longest time that a few records, sent when all before them were applied, took to be applied: no partition was held for longer. */
  async function sendInTurn(topic: string, records: readonly AnyRecord[]): Promise<number> {
    let longestMs = 0;
    for (let from = 0; from < records.length; from += AT_ONCE) {
      await Promise.all(records.slice(from, from + AT_ONCE).map((record) => producer.send(topic, record)));
      const [sentAt, ends] = [Date.now(), await admin.fetchTopicOffsets(topic)];
      await waitUntil('what was sent is applied', () => hasReached(topic, ends));
      longestMs = Math.max(longestMs, Date.now() - sentAt);
    }
    return longestMs;
  }

  async function hasReached(topic: string, ends: readonly { partition: number; high: string }[]): Promise<boolean> {
    const { rows } = await database.query<{ partition: number; next: string }>(`select partition, next_offset as next from ${OFFSETS[topic]} where topic = $1`, [topic]);
    const next = new Map(rows.map((row) => [row.partition, Number(row.next)]));
    return ends.every(({ partition, high }) => (next.get(partition) ?? 0) >= Number(high));
  }

  async function counted(sql: string): Promise<number> {
    return Number((await database.query<{ n: string }>(sql)).rows[0]?.n);
  }
});

/** In turn, by the place in the list: each kind is met on both topics. */
function badRecord(good: OutRecord, n: number): Bad {
  const bytes = { key: Buffer.from(good.key), headers: good.headers };
  const kinds: (() => Bad)[] = [
    () => ({ what: 'no CloudEvent', record: { ...good, headers: { n: String(n) } } }),
    () => ({ what: 'no JSON', record: { ...good, value: good.value.slice(0, -1 - n) } }),
    () => ({ what: 'no UTF-8', record: { ...bytes, value: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc0, n]), Buffer.from('"}')]) } }),
    () => ({ what: 'no value', record: { ...bytes, value: null } }),
    () => ({ what: 'an unknown type', record: { ...good, headers: { ...good.headers, ce_type: 'docketwire.horoscope.v1' } } }),
    () => ({ what: 'an unknown version', record: { ...good, headers: { ...good.headers, ce_type: (good.headers['ce_type'] ?? '').replace('.v1', '.v99') } } }),
    () => ({ what: 'deep JSON', record: { ...good, value: `${'['.repeat(400_000)}${n}${']'.repeat(400_000)}` } }),
    () => ({ what: 'deep JSON in its place', record: { ...good, value: good.value.replace(/^\{/, `{"${n}":1,"title":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"article":7,"x":`).concat('}') } }),
    () => ({ what: 'more mistakes than letters', record: { ...good, value: `{"assertions":[${'{},'.repeat(300_000)}${n}],"statements":[${'{},'.repeat(40_000)}${n}]}` } }),
    () => ({ what: 'as long as the broker takes', record: { ...good, value: JSON.stringify({ n, x: 'x'.repeat(LONGEST) }) } }),
  ];
  return (kinds[n % kinds.length] as () => Bad)();
}

/** Right by its schema, and more than a column holds. */
function unstorableRecords(good: OutRecord): Bad[] {
  const changes: [string, Record<string, unknown>][] = [
    ['U+0000', { source: 'a\u0000b' }],
    ['half a surrogate pair', { originator: 'a\ud800b' }],
    ['an integer too large', { assignment: 3_000_000_000 }],
    ['a name longer than an index row', { article: Array.from({ length: 400 }, (_, n) => uuid5('long', n)).join('') }],
  ];
  return changes.map(([what, change]) => ({ what, record: { ...good, value: JSON.stringify({ ...(JSON.parse(good.value) as object), ...change }), headers: { ...good.headers, ce_id: uuid5('unstorable', what) } } }));
}

/** Spread evenly among the good ones, so that every partition meets some. */
function mix(shuffle: <T>(list: readonly T[]) => T[], good: readonly AnyRecord[], bad: readonly AnyRecord[]): AnyRecord[] {
  const every = Math.floor(good.length / bad.length);
  const rest = shuffle(bad);
  return good.flatMap((record, place) => (place % every === 0 && rest.length > 0 ? [record, rest.pop() as AnyRecord] : [record]));
}

const GIVEN = ['Wendel', 'Orla', 'Tobin', 'Maren', 'Hollis', 'Petra', 'Anselm', 'Greta', 'Lucan', 'Dana', 'Ivor', 'Selma', 'Bram', 'Nora', 'Edwin', 'Thea', 'Rufus', 'Clara', 'Osric', 'Vera', 'Magnus'];
const BEGINNINGS = ['Bar', 'Cor', 'Dun', 'Fen', 'Gor', 'Hal', 'Jor', 'Kel', 'Lan', 'Mor'];
const ENDINGS = ['bick', 'dane', 'forth', 'grave', 'holt', 'lock', 'mere', 'nish', 'quist', 'rell'];

/** Another person for each number up to 2,100, so that each article makes a case of its own. */
function personOf(n: number): string {
  return `${GIVEN[Math.floor(n / 100) % GIVEN.length]} ${BEGINNINGS[Math.floor(n / 10) % 10]}${ENDINGS[n % 10]}`;
}

function goodUpdate(n: number, text = `${personOf(n)} was charged with arson on March 4, 2024, the county prosecutor said.`): OutRecord {
  const request = ArticleUpdateRequest.parse({ source: 'spec-wire', articleId: `a-${n}`, kind: 'new', revision: 1, publishedAt: '2024-03-06', modifiedAt: '2024-03-06T10:00:00Z', text });
  const event = articleUpdateEvent(request, '2024-03-06T10:00:01Z');
  return encodeEvent(event.subject, event);
}

/** Declares ten megabytes and sends the first few bytes: who refuses them need not read them. */
function postTenMegabytes(url: string): Promise<{ status: number; type: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': TEN_MB } }, (response) => {
      resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '' });
      asked.destroy();
    });
    asked.on('error', reject);
    asked.write('{"text":"xxx');
  });
}
