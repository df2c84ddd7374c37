import { Kafka as Client, logLevel } from 'kafkajs';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRunDir } from '../../test/support/run-dir.ts';
import { startKafka, type Kafka } from './kafka.ts';

describe('a local Kafka', () => {
  const dir = makeRunDir();
  let kafka: Kafka | undefined;
  afterAll(async () => {
    await kafka?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('has what it acknowledged after kill -9 and a new start, and after a clean stop and another', async () => {
    kafka = await startKafka({ dir });
    await send(kafka);
    await kafka.kill(1);
    await kafka.restart(1);
    expect(await endOf(kafka)).toBe('1');
    await kafka.stop();
    kafka = await startKafka({ dir });
    expect(await endOf(kafka)).toBe('1');
  });
});

const TOPIC = 'kept';

async function send(kafka: Kafka): Promise<void> {
  const producer = connectTo(kafka).producer();
  const admin = connectTo(kafka).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }], waitForLeaders: true });
  await producer.connect();
  await producer.send({ topic: TOPIC, acks: -1, messages: [{ value: 'a record' }] });
  await Promise.all([producer.disconnect(), admin.disconnect()]);
}

async function endOf(kafka: Kafka): Promise<string | undefined> {
  const admin = connectTo(kafka).admin();
  await admin.connect();
  const [partition] = await admin.fetchTopicOffsets(TOPIC);
  await admin.disconnect();
  return partition?.high;
}

function connectTo({ brokers }: Kafka): Client {
  return new Client({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
}
