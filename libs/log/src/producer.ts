import type { OutRecord } from '@docketwire/contracts';
import { fail } from '@docketwire/kernel';
import { Partitioners } from 'kafkajs';
import type { Admin, Message } from 'kafkajs';
import { openLanes } from './lanes.js';
import { openKafka } from './settings.js';
import type { LogSettings } from './settings.js';

/** Bytes for one record that was never ours to encode (a dead letter), or that goes back to where it stood. */
export type AnyRecord = OutRecord | Readonly<{ key: Buffer | null; value: Buffer | null; headers: Readonly<Record<string, Buffer | string>>; /** By the key unless said. */ partition?: number }>;

/** The process's one producer (`RecordProducer`). */
export const PRODUCER = Symbol('RecordProducer');

export type RecordProducer = Readonly<{
  /** Resolves when every in-sync replica has the record; rejects with BROKER_UNREACHABLE, when it may or may not have it, or RECORD_TOO_LARGE. */
  send(topic: string, record: AnyRecord): Promise<void>;
  /** Resolves when a broker answers. */
  isReady(): Promise<void>;
  close(): Promise<void>;
}>;

/**
 * A producer that sends by partition lanes: we choose the partition, and at most one request a partition is under way.
 *
 * A kafkajs `send` that spans several partition leaders RESOLVES without having sent what belonged to a broker that died
 * meanwhile (kafkajs issue 1303). One `send` per partition has no such case, and the lane gives batching for free.
 */
export async function openProducer(settings: LogSettings): Promise<RecordProducer> {
  const kafka = openKafka(settings, 'short');
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
  const admin = kafka.admin();
  const partitionOf = openPartitioner(admin);
  const lanes = openLanes<Message>(async (lane, messages) => {
    const [topic, partition] = JSON.parse(lane) as [string, number];
    await producer.send({ topic, acks: -1, messages: messages.map((message) => ({ ...message, partition })) });
  }, bytesOf);
  await connected(Promise.all([producer.connect(), admin.connect()]));
  return {
    send: async (topic, record) => {
      const message = record as Message;
      const partition = await connected(partitionOf(topic, message));
      await connected(lanes.add(JSON.stringify([topic, partition]), message));
    },
    isReady: async () => {
      await connected(admin.describeCluster());
    },
    close: async () => {
      await lanes.drained();
      await Promise.all([producer.disconnect(), admin.disconnect()]);
    },
  };
}

async function connected<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isTooLarge(error)) throw fail('RECORD_TOO_LARGE', {}, error);
    throw fail('BROKER_UNREACHABLE', { reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

/** No retry mends it: whoever waits for one waits for ever. */
function isTooLarge(error: unknown): boolean {
  return (error as { type?: unknown } | null)?.type === 'MESSAGE_TOO_LARGE';
}

/** Key, value and headers, and the few bytes that frame them. */
function bytesOf({ key, value, headers = {} }: Message): number {
  const parts = [key, value, ...Object.entries(headers).flat()];
  return parts.reduce<number>((sum, part) => sum + 8 + (typeof part === 'string' || Buffer.isBuffer(part) ? Buffer.byteLength(part) : 0), 0);
}

/** kafkajs' own choice for a key (murmur2, as every Java client), made here so that we know the lane. */
function openPartitioner(admin: Admin): (topic: string, message: Message) => Promise<number> {
  const choose = Partitioners.DefaultPartitioner();
  // The promise is kept, not the answer: a thousand records sent at once ask once, and keep their order.
  const known = new Map<string, Promise<Parameters<typeof choose>[0]['partitionMetadata']>>();
  const ask = async (topic: string): Promise<Parameters<typeof choose>[0]['partitionMetadata']> => (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions ?? [];
  return async (topic, message) => {
    const asked = known.get(topic) ?? ask(topic);
    known.set(topic, asked);
    asked.catch(() => known.delete(topic));
    return choose({ topic, partitionMetadata: await asked, message });
  };
}
