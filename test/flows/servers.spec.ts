import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { createDatabase } from '../support/database.js';

describe('the test servers', () => {
  it('give every spec an empty database of its own', async () => {
    const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
    const names = await Promise.all([one, other].map((url) => ask(url, 'select current_database() as answer')));
    expect(names[0]).toMatch(/^test_/);
    expect(names[1]).not.toBe(names[0]);
  });

  it('have a Postgres that folds the case of every alphabet', async () => {
    expect(await ask(inject('databaseUrl'), `select lower('ÉMILIE ŽIŽKOVÁ') as answer`)).toBe('émilie žižková');
  });

  it('have a Kafka that makes no topic of its own accord', async () => {
    const admin = new Kafka({ brokers: inject('kafkaBrokers').split(','), logLevel: logLevel.NOTHING, retry: { retries: 0 } }).admin();
    await admin.connect();
    await expect(admin.fetchTopicMetadata({ topics: ['mistyped'] })).rejects.toThrow(/does not host/);
    await admin.disconnect();
  });
});

async function ask(connectionString: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(query);
  await client.end();
  return rows[0]?.answer;
}
