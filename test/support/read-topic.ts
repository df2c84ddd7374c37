import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { RawRecord } from '@docketwire/contracts';

export type ReadRecord = RawRecord & Readonly<{ partition: number; offset: number; timestamp: number }>;

/** Everything that stands on a topic now, partition by partition, in order. */
export async function readTopic(brokers: readonly string[], topic: string): Promise<ReadRecord[]> {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'reader', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await Promise.all([admin.connect(), consumer.connect()]);
  try {
    const ends = new Map((await admin.fetchTopicOffsets(topic)).filter(({ high, low }) => Number(high) > Number(low)).map(({ partition, high }) => [partition, Number(high)]));
    if (ends.size === 0) return [];
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const records: ReadRecord[] = [];
    await new Promise<void>((resolve, reject) => {
      const eachMessage = async ({ partition, message }: Parameters<NonNullable<NonNullable<Parameters<typeof consumer.run>[0]>['eachMessage']>>[0]): Promise<void> => {
        const offset = Number(message.offset);
        if (offset < (ends.get(partition) ?? 0)) records.push({ key: message.key, value: message.value, headers: message.headers as RawRecord['headers'], partition, offset, timestamp: Number(message.timestamp) });
        if (offset + 1 >= (ends.get(partition) ?? 0)) ends.delete(partition);
        if (ends.size === 0) resolve();
      };
      consumer.run({ autoCommit: false, eachMessage }).catch(reject);
    });
    return records.toSorted((a, b) => a.partition - b.partition || a.offset - b.offset);
  } finally {
    await Promise.all([consumer.disconnect(), admin.disconnect()]);
  }
}
