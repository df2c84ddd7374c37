import 'reflect-metadata';
import { CASE_ASSERTIONS, ParkedDetail, ParkedList, headerOf } from '@docketwire/contracts';
import type { Parked } from '@docketwire/contracts';
import { openProducer } from '@docketwire/log';
import type { RecordProducer } from '@docketwire/log';
import { createHttpApp } from '@docketwire/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startKafka } from '../../../infra/kafka/kafka.ts';
import type { Kafka } from '../../../infra/kafka/kafka.ts';
import { createDatabase } from '../../../test/support/database.js';
import { madeRecords } from '../../../test/support/made-records.ts';
import { openRandom } from '../../../test/support/random.ts';
import { readTopic } from '../../../test/support/read-topic.ts';
import { makeRunDir } from '../../../test/support/run-dir.ts';
import { ASSERTIONS_SERVER } from './assertions.server.js';
import { toPark } from './parked-record.js';
import { ProjectorModule } from './projector.module.js';

const TOPIC = CASE_ASSERTIONS.name;
const WITH_BODY = { 'content-type': 'application/json' };

describe('what could not be applied', () => {
  const dir = makeRunDir();
  let kafka: Kafka;
  let app: NestFastifyApplication;
  let producer: RecordProducer;
  let db: DataSource;
  const [good, bad, mended, ...rest] = madeRecords(openRandom(7), { cases: 200, articles: 1, revisions: 1 });
  if (!good || !bad || !mended) throw new Error('no records were made');
  /** A text column of Postgres has no place for U+0000, and nothing before the tables minds it. */
  const breaking = { ...bad.record, value: bad.record.value.replace('"title":"About', '"title":"\\u0000About') };

  beforeAll(async () => {
    kafka = await startKafka({ dir: join(dir, 'kafka'), pidDir: dir });
    vi.stubEnv('DATABASE_URL', await createDatabase());
    vi.stubEnv('KAFKA_BROKERS', kafka.brokers);
    vi.stubEnv('LOG_LEVEL', 'silent');
    app = await createHttpApp(ProjectorModule, { title: 'spec', description: '' });
    app.connectMicroservice({ strategy: app.get(ASSERTIONS_SERVER, { strict: false }) });
    await app.startAllMicroservices();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    db = app.get(DataSource, { strict: false });
    producer = await openProducer({ brokers: kafka.brokers.split(','), clientId: 'spec' });
  });
  afterAll(async () => {
    await producer?.close();
    await app?.close();
    await kafka?.stop();
    rmSync(dir, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });

  it('is parked alone, with the reason, and holds back none of those beside it', async () => {
    await Promise.all([...rest.slice(0, 60), good, { record: breaking }, ...rest.slice(60)].map(({ record }) => producer.send(TOPIC, record)));
    await vi.waitFor(async () => expect(await counted('select sum(next_offset) as n from proj_v1.projection_offset')).toBe(rest.length + 2), { timeout: 30_000 });
    expect(await counted('select sum(applied) as n from proj_v1.projection_offset')).toBe(rest.length + 2);
    expect(await counted('select count(distinct event_id) as n from proj_v1.assertion_set')).toBe(new Set([...rest, good].map(({ record }) => record.headers['ce_id'])).size);
    const { parked } = await list();
    expect(parked).toMatchObject([{ topic: TOPIC, case: bad.caseId, event: breaking.headers['ce_id'], reason: expect.stringContaining('Unicode') as string }]);
  });

  it('is shown with its bytes, and told of by case', async () => {
    const [one] = (await list()).parked;
    const { record } = ParkedDetail.parse((await get(pathOf(one))).json());
    expect(Buffer.from(record.value ?? '', 'base64').toString()).toBe(breaking.value);
    expect(Buffer.from(record.headers['ce_id'] ?? '', 'base64').toString()).toBe(breaking.headers['ce_id']);
    expect((await list(`?case=${good.caseId}`)).parked).toEqual([]);
  });

  it('breaks again when it is driven again, as a dry run has said', async () => {
    const [first] = (await list()).parked;
    expect((await redrive(first, { dryRun: true })).json()).toMatchObject({ outcome: 'would_break', reason: expect.stringContaining('Unicode') as string });
    expect((await list()).parked).toEqual([first]);
    expect((await redrive(first)).json()).toMatchObject({ outcome: 'published' });
    await vi.waitFor(async () => expect((await list()).parked.map(({ offset, partition }) => [partition, offset > (first?.offset ?? 0)])).toEqual([[first?.partition, true]]), { timeout: 10_000 });
    expect((await get(pathOf(first))).statusCode).toBe(404);
    const copies = (await readTopic(kafka.brokers.split(','), TOPIC)).filter((record) => headerOf(record, 'redriven_from') === `${TOPIC}/${first?.partition}/${first?.offset}`);
    expect(copies.map(({ value }) => value?.toString())).toEqual([breaking.value]);
  });

  it('is forgotten with a reason', async () => {
    const [one] = (await list()).parked;
    expect((await app.inject({ method: 'DELETE', url: pathOf(one) })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await app.inject({ method: 'DELETE', url: `${pathOf(one)}?reason=a+test` })).statusCode).toBe(204);
    expect((await list()).parked).toEqual([]);
    expect((await app.inject({ method: 'DELETE', url: `${pathOf(one)}?reason=a+test` })).statusCode).toBe(404);
  });

  it('is applied when what broke is mended, as a dry run has said without writing', async () => {
    const before = await counted('select count(*) as n from proj_v1.assertion_set');
    const one = await parkByHand(0);
    const dry = (await redrive(one, { dryRun: true })).json() as { outcome: string; changes: number };
    expect([dry.outcome, dry.changes > 0, await counted('select count(*) as n from proj_v1.assertion_set')]).toEqual(['would_apply', true, before]);
    const told = await counted('select last_seq as n from feed.counter');
    expect((await redrive(one)).statusCode).toBe(200);
    await vi.waitFor(async () => expect(await counted('select count(*) as n from proj_v1.assertion_set')).toBe(before + 1), { timeout: 10_000 });
    expect(await counted('select last_seq as n from feed.counter')).toBe(told + dry.changes);
    expect((await list()).parked).toEqual([]);
  });

  it('has an address that the document of the API tells', () => {
    const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    expect(Object.keys(document.paths)).toContain('/v1/parked/{topic}/{partition}/{offset}:redrive');
  });

  it('is listed page by page', async () => {
    for (const offset of [1, 2, 3]) await parkByHand(offset);
    const first = await list('?limit=2');
    const second = ParkedList.parse((await get(first.next ?? '')).json());
    expect([...first.parked, ...second.parked].map(({ offset }) => offset)).toEqual([1_000_001, 1_000_002, 1_000_003]);
    expect(second.next).toBeNull();
  });

  it('is no business of a page that a browser has open: without a JSON body nothing is published', async () => {
    const [one] = (await list()).parked;
    expect((await app.inject({ method: 'POST', url: `${pathOf(one)}:redrive` })).statusCode).toBe(400);
    expect((await app.inject({ method: 'POST', url: `${pathOf(one)}:redrive`, headers: { 'content-type': 'text/plain' }, payload: '{}' })).statusCode).toBe(400);
    expect((await list()).parked).toHaveLength(3);
  });

  it('stays parked while the broker is away, and that is said within a few seconds', { timeout: 30_000 }, async () => {
    const [one] = (await list()).parked;
    await kafka.kill(1);
    onTestFinished(() => kafka.restart(1));
    const answer = await redrive(one);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers).toMatchObject({ 'content-type': expect.stringContaining('application/problem+json') as string, 'retry-after': '5' });
    expect((await list()).parked).toHaveLength(3);
  });

  const get = (url: string) => app.inject({ method: 'GET', url });
  const list = async (query = '') => ParkedList.parse((await get(`/v1/parked${query}`)).json());
  const redrive = (one: Parked | undefined, body: object = {}) => app.inject({ method: 'POST', url: `${pathOf(one)}:redrive`, headers: WITH_BODY, payload: JSON.stringify(body) });

  /** As if an older version had broken on a record that this one can apply. */
  async function parkByHand(offset: number): Promise<Parked> {
    const { key, value, headers } = mended?.record ?? { key: '', value: '', headers: {} };
    const record = toPark({ key: Buffer.from(key), value: Buffer.from(value), headers });
    await db.query(`insert into ops.parked_event values ($1, 0, $2, $3, $4, 'by hand', $5, now())`, [TOPIC, 1_000_000 + offset, headers['ce_id'], mended?.caseId, JSON.stringify(record)]);
    return { topic: TOPIC, partition: 0, offset: 1_000_000 + offset, event: '', case: null, reason: '', parkedAt: '' };
  }

  async function counted(sql: string): Promise<number> {
    const [row] = await db.query<{ n: string }[]>(sql);
    return Number(row?.n);
  }
});

function pathOf(one: Parked | undefined): string {
  return `/v1/parked/${one?.topic}/${one?.partition}/${one?.offset}`;
}
