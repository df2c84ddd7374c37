import { ARTICLE_UPDATES, ARTICLE_UPDATE, deadLetters } from '@docketwire/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Kafka, logLevel } from 'kafkajs';
import type { Consumer, KafkaMessage } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createDatabase } from '../../../test/support/database.js';
import { createIntake } from './app.js';
import { Receipts } from './receipts.js';

const SOURCE = `intake-spec-${randomUUID().slice(0, 8)}`;
const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
/** Nothing listens there: the discard port. */
const NO_BROKER = '127.0.0.1:9';

const update = (change: Record<string, unknown> = {}) => ({
  source: SOURCE,
  articleId: 'a-1',
  kind: 'new',
  publishedAt: '2024-03-05T09:30:00+01:00',
  title: 'A hearing in Port Elm',
  text: 'Dana Whitlock pleaded not guilty on Tuesday.',
  ...change,
});

type Answer = { status: number; headers: Record<string, unknown>; body: string };

async function post(app: NestFastifyApplication, payload: string | Buffer | object, headers: Record<string, string> = {}): Promise<Answer & { json: () => Record<string, unknown> }> {
  const answer = await app.inject({ method: 'POST', url: '/v1/article-updates', payload, headers: { 'content-type': 'application/json', ...headers } });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body, json: () => JSON.parse(answer.body) as Record<string, unknown> };
}

async function startIntake(database: string, brokers: string): Promise<NestFastifyApplication> {
  vi.stubEnv('DATABASE_URL', database);
  vi.stubEnv('KAFKA_BROKERS', brokers);
  vi.stubEnv('LOG_LEVEL', 'silent');
  const app = await createIntake();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The records of this spec's articles, as they come. */
async function tail(): Promise<{ consumer: Consumer; of: (articleId: string) => KafkaMessage[] }> {
  const consumer = new Kafka({ brokers: inject('kafkaBrokers').split(','), logLevel: logLevel.NOTHING }).consumer({ groupId: SOURCE });
  const seen: KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: ARTICLE_UPDATES.name, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void seen.push(message) });
  return { consumer, of: (articleId) => seen.filter(({ key }) => key?.toString() === `${SOURCE}/${articleId}`) };
}

const dataOf = (record: KafkaMessage | undefined) => JSON.parse(record?.value?.toString() ?? 'null') as Record<string, unknown>;
const headersOf = (record: KafkaMessage | undefined) => Object.fromEntries(Object.entries(record?.headers ?? {}).map(([name, value]) => [name, value?.toString()]));

describe('intake beside its servers', () => {
  let app: NestFastifyApplication;
  let topic: Awaited<ReturnType<typeof tail>>;

  beforeAll(async () => {
    app = await startIntake(await createDatabase(), inject('kafkaBrokers'));
    await vi.waitUntil(async () => (await app.inject('/readyz')).statusCode === 200, { timeout: 30_000 });
    topic = await tail();
  });
  afterAll(async () => {
    await topic?.consumer.disconnect();
    await app?.close();
    vi.unstubAllEnvs();
  });

  const arrived = (articleId: string, count: number) => vi.waitUntil(() => topic.of(articleId).length >= count, { timeout: 20_000 });

  it('says accepted when the record is on the topic, as a CloudEvent under the key of the article', async () => {
    const answer = await post(app, update(), { traceparent: TRACE });
    expect(answer.status).toBe(202);
    expect(answer.json()).toMatchObject({ status: 'accepted', article: `${SOURCE}/a-1`, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await arrived('a-1', 1);
    const [record] = topic.of('a-1');
    expect(headersOf(record)).toMatchObject({ ce_specversion: '1.0', ce_id: answer.json()['id'], ce_type: ARTICLE_UPDATE, ce_subject: `${SOURCE}/a-1`, traceparent: TRACE });
    expect(dataOf(record)).toMatchObject({ ...update(), receivedAt: answer.json()['receivedAt'], modifiedAt: answer.json()['receivedAt'] });
  });

  it('makes one event of an update that is sent again, later and at the same time', async () => {
    const first = await post(app, update({ articleId: 'again' }));
    const more = await Promise.all(Array.from({ length: 5 }, () => post(app, update({ articleId: 'again' }))));
    expect(new Set([first, ...more].map(({ body }) => body)).size).toBe(1);
    await arrived('again', 6);
    expect(new Set(topic.of('again').map((record) => record.value?.toString())).size).toBe(1);
    expect(new Set(topic.of('again').map((record) => JSON.stringify(headersOf(record)))).size).toBe(1);
  });

  it('makes another event of another text', async () => {
    const [one, two] = await Promise.all(['One.', 'Two.'].map((text) => post(app, update({ articleId: 'other', text }))));
    expect(one?.json()['id']).not.toBe(two?.json()['id']);
  });

  it('forgets a receipt after a month, and keeps a younger one', async () => {
    const id = randomUUID();
    const receipts = app.get(Receipts);
    await receipts.stamp([id], '2024-03-01T00:00:00.000Z');
    await receipts.prune(new Date('2024-03-30T00:00:00Z'));
    expect((await receipts.stamp([id], '2024-04-05T00:00:00.000Z')).get(id)).toBe('2024-03-01T00:00:00.000Z');
    await receipts.prune(new Date('2024-04-01T00:00:00Z'));
    expect((await receipts.stamp([id], '2024-04-05T00:00:00.000Z')).get(id)).toBe('2024-04-05T00:00:00.000Z');
  });

  it('keeps a text of the longest length whole', async () => {
    const text = `${'“é”\n'.repeat(50_000)}`;
    expect((await post(app, update({ articleId: 'long', text }))).status).toBe(202);
    await arrived('long', 1);
    expect(dataOf(topic.of('long')[0])['text']).toBe(text);
  });

  it.each([
    ['a hold without a revision', JSON.stringify(update({ kind: 'hold', text: null })), '/modifiedAt'],
    ['an escaped U+0000', JSON.stringify(update()).replace('Port Elm', 'Port\\u0000Elm'), '/title'],
    ['half a surrogate pair', JSON.stringify(update()).replace('Port Elm', '\\ud83d'), '/title'],
    ['a text too long', JSON.stringify(update({ text: 'x'.repeat(200_001) })), '/text'],
    ['a list', '[]', ''],
    ['another prototype', '{"__proto__":{"source":"x"}}', '/source'],
  ])('refuses %s with 422 and a pointer', async (_, payload, pointer) => {
    const answer = await post(app, payload);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 422, title: 'The article update does not match its schema', errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  });

  it.each([
    [400, 'JSON that ends too early', '{"source":', {}],
    [400, 'no body', '', {}],
    [400, 'bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), {}],
    [413, 'a body too large', `"${'x'.repeat(1_400_000)}"`, {}],
    [413, 'too many lines', '{}\n'.repeat(5_001), { 'content-type': 'application/x-ndjson' }],
    [415, 'plain text', 'Dana Whitlock pleaded not guilty.', { 'content-type': 'text/plain' }],
    [415, 'a form', 'source=x', { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, 'a compressed body', '{}', { 'content-encoding': 'gzip' }],
  ])('answers %i to %s with a problem document', async (status, _, payload, headers) => {
    const answer = await post(app, payload, headers as Record<string, string>);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()['status']).toBe(status);
    expect(answer.status).toBe(status);
  });

  it('takes many in one body and answers line by line', async () => {
    const lines = [update({ articleId: 'line' }), { kind: 'new' }, update({ articleId: 'line', text: 'Another.' }), update({ articleId: 'line' })];
    const answer = await post(app, `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnonsense\n`, { 'content-type': 'application/x-ndjson' });
    expect([answer.status, answer.headers['content-type']]).toEqual([207, 'application/x-ndjson; charset=utf-8']);
    const results = answer.body.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(results.map(({ line, status }) => [line, status])).toEqual([[1, 202], [2, 422], [3, 202], [4, 202], [5, 400]]);
    expect(results[0]?.['id']).toBe(results[3]?.['id']);
    await arrived('line', 3);
    expect(topic.of('line').map((record) => dataOf(record)['text'])).toEqual([update().text, 'Another.', update().text]);
  });

  it('takes a body whose updates of one article are together larger than one Kafka batch may be', async () => {
    const lines = Array.from({ length: 40 }, (_, revision) => update({ articleId: 'bulky', revision, text: `${revision} ${'x'.repeat(100_000)}` }));
    const answer = await post(app, lines.map((line) => JSON.stringify(line)).join('\n'), { 'content-type': 'application/x-ndjson' });
    const statuses = answer.body.trim().split('\n').map((line) => (JSON.parse(line) as { status: number }).status);
    expect(statuses).toEqual(lines.map(() => 202));
    await arrived('bulky', 40);
    expect(topic.of('bulky').map((record) => dataOf(record)['revision'])).toEqual(lines.map((_, revision) => revision));
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await app.inject('/docs-json')).json<{ openapi: string; paths: Record<string, { post: { requestBody: { content: object }; responses: Record<string, { content: object }> } }> }>();
    const { requestBody, responses } = document.paths['/v1/article-updates']?.post ?? {};
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(requestBody?.content ?? {})).toEqual(['application/json', 'application/x-ndjson']);
    expect(Object.entries(responses ?? {}).map(([status, { content }]) => `${status} ${Object.keys(content).join()}`)).toEqual([
      '202 application/json',
      '207 application/x-ndjson',
      ...['400', '413', '415', '422', '503'].map((status) => `${status} application/problem+json`),
    ]);
  });

  it('makes the topics it needs', async () => {
    const admin = new Kafka({ brokers: inject('kafkaBrokers').split(','), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    expect(await admin.listTopics()).toEqual(expect.arrayContaining([ARTICLE_UPDATES.name, deadLetters(ARTICLE_UPDATES.name).name]));
    await admin.disconnect();
  });
});

describe('intake without one of its servers', () => {
  it('answers 503 with Retry-After while no broker answers, for one update and for lines, and is not ready', async () => {
    const app = await startIntake(await createDatabase(), NO_BROKER);
    const [one, lines, broken] = await Promise.all([
      post(app, update({ articleId: 'away' })),
      post(app, `${JSON.stringify(update({ articleId: 'away' }))}\n`, { 'content-type': 'application/x-ndjson' }),
      post(app, {}),
    ]);
    for (const answer of [one, lines]) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(answer.json()).toMatchObject({ title: 'No Kafka broker answered' });
    }
    expect(broken.status).toBe(422);
    expect((await app.inject('/readyz')).statusCode).toBe(503);
    expect((await app.inject('/livez')).statusCode).toBe(200);
    await app.close();
  });

  it('answers 503 while its database is away, and puts nothing on the topic', async () => {
    const database = await createDatabase();
    const app = await startIntake(database, inject('kafkaBrokers'));
    const admin = await new DataSource({ type: 'postgres', url: inject('databaseUrl') }).initialize();
    await admin.query(`drop database ${new URL(database).pathname.slice(1)} with (force)`);
    const answer = await post(app, update({ articleId: 'no-database' }));
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.json()).toMatchObject({ title: 'Postgres did not answer' });
    await admin.destroy();
    await app.close();
  });
});
