import { ARTICLE_UPDATES, CASE_ASSERTIONS } from '@docketwire/contracts';
import { Kafka, logLevel } from 'kafkajs';
import type { Client } from 'pg';
import { waitUntil } from './wait-until.ts';

/** Resolves when everything that stands on the topics has been read, projected and relayed. */
export async function settled(database: Client, brokers: readonly string[]): Promise<void> {
  const admin = new Kafka({ brokers: [...brokers], clientId: 'settled', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const end = async (topic: string): Promise<number> => (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0);
  const one = async (sql: string): Promise<number> => Number((await database.query<{ n: string }>(sql)).rows[0]?.n);
  try {
    await waitUntil('the updates are read', async () => (await one('select coalesce(sum(next_offset), 0) as n from extract.consumer_offset')) === (await end(ARTICLE_UPDATES.name)));
    await waitUntil('the outbox is sent', async () => (await one('select count(*) as n from extract.outbox')) === 0);
    await waitUntil('the assertions are projected', async () => (await one('select coalesce(sum(next_offset), 0) as n from proj_v1.projection_offset')) === (await end(CASE_ASSERTIONS.name)));
    await waitUntil('the feed is relayed', async () => (await one('select counter.last_seq - relay.last_seq as n from feed.relay, feed.counter')) === 0);
  } finally {
    await admin.disconnect();
  }
}
