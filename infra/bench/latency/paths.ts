import { ARTICLE_UPDATES, CASE_ASSERTIONS, encodeEvent, extractionRecordedEvent } from '@docketwire/contracts';
import { contentHash, partialDate, uuid5 } from '@docketwire/kernel';
import { openProducer } from '@docketwire/log';
import { Kafka, logLevel } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { brief } from '../article.ts';
import { keepPace } from './pace.ts';
import type { Latency } from './pace.ts';
import { followChanges } from './stream.ts';

export type Load = Readonly<{ rate: number; seconds: number; run: string }>;
type Urls = Readonly<{ intake: string; query: string }>;

/** From the moment at which an article is due to be posted to the first change that it causes. */
export async function postToStream({ intake, query }: Urls, { rate, seconds, run }: Load, first: number): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  try {
    return await toStream(query, { rate, seconds, send: (n) => post(`${intake}/v1/article-updates`, { agent, body: updateOf(run, n, first) }) }, (n) => `bench-${run}/${n}`);
  } finally {
    agent.destroy();
  }
}

/** From the moment at which a record is due on the log of assertions to the change that it causes: without reading texts. */
export async function recordToStream(query: string, brokers: readonly string[], { rate, seconds, run }: Load): Promise<Latency> {
  const producer = await openProducer({ brokers, clientId: 'bench' });
  try {
    return await toStream(query, { rate, seconds, send: (n) => producer.send(CASE_ASSERTIONS.name, recordOf(run, n)) }, (n) => `bench-${run}/${n}`);
  } finally {
    await producer.close();
  }
}

/** The broker alone: our producer and a plain consumer, records of the same length. */
export async function recordToConsumer(brokers: readonly string[], topic: string, { rate, seconds, run }: Load): Promise<Latency> {
  const heard = new Map<number, number>();
  const consumer = new Kafka({ brokers: [...brokers], clientId: 'bench', logLevel: logLevel.NOTHING }).consumer({ groupId: randomUUID() });
  const producer = await openProducer({ brokers, clientId: 'bench' });
  await consumer.connect();
  await consumer.subscribe({ topic });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.FETCH_START, () => resolve()));
  await consumer.run({
    eachMessage: ({ message }) => {
      const [of, n] = String(message.headers?.['ce_id']).split(' ');
      if (of === run) heard.set(Number(n), performance.now());
      return Promise.resolve();
    },
  });
  try {
    await joined;
    return await keepPace({ rate, seconds, send: (n) => producer.send(topic, { ...recordOf(run, n), headers: { ce_id: `${run} ${n}` } }) }, heard);
  } finally {
    await Promise.all([consumer.disconnect(), producer.close()]);
  }
}

type Sending = Parameters<typeof keepPace>[0];

async function toStream(query: string, pace: Sending, articleOf: (n: number) => string): Promise<Latency> {
  const numbers = new Map(Array.from({ length: pace.rate * pace.seconds }, (_, n) => [articleOf(n), n] as const));
  const heard = new Map<number, number>();
  const stream = await followChanges(query, ({ cause }, at) => {
    const n = numbers.get(cause.article);
    if (n !== undefined && !heard.has(n)) heard.set(n, at);
  });
  try {
    return await keepPace(pace, heard);
  } finally {
    stream.close();
  }
}

function updateOf(run: string, n: number, first: number): string {
  const { title, text, language } = brief(first + n);
  return JSON.stringify({ source: `bench-${run}`, articleId: String(n), revision: 1, kind: 'new', publishedAt: '2024-03-05T09:00:00Z', language, title, text });
}

/** Each opens a case of its own, so each is a change. */
function recordOf(run: string, n: number) {
  const caseId = uuid5('bench latency', run, n);
  const quote = { text: `${brief(n).title} with theft`, start: 0, end: 30 };
  const record = {
    article: `bench-${run}/${n}`, assignment: 1, kind: 'new' as const, revision: 1, source: 'bench', originator: 'bench', url: null, title: brief(n).title, reported: '2024-03-05',
    defendants: [{ id: 'd1', name: brief(n).title.replace(' charged', ''), aliases: [] }],
    assertions: [{
      defendant: 'd1', offence: 'theft', event: 'charged' as const, value: '', when: partialDate('2024-03-04'), realis: 'occurred' as const, counts: null, refile: null,
      endedBy: null, mechanism: null, party: false, quote, rule: 'made', confidence: 1,
    }],
  };
  return encodeEvent(caseId, extractionRecordedEvent({ caseId, set: { ...record, contentHash: contentHash(record) }, extractorVersion: 1, movedTo: null, time: '2024-03-05T09:00:00Z' }));
}

function post(url: string, { agent, body }: Readonly<{ agent: Agent; body: string }>): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      response.resume().once('end', () => (response.statusCode === 202 ? resolve() : reject(new Error(`${ARTICLE_UPDATES.name}: intake answered ${response.statusCode}`))));
    });
    sending.once('error', reject).end(body);
  });
}
