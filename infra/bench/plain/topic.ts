import { ensureTopics, openProducer } from '@docketwire/log';
import { plainEvent } from './events.ts';
import type { PlainEvent } from './events.ts';

const PARTITIONS = 12;
const DAY_MS = 86_400_000;
/** Waiting for that many at once keeps the memory small and every lane busy. */
const CHUNK = 10_000;

export type PlainTopic = Readonly<{ name: string; events: number; keys: number; /** Pass after pass over the keys unless given. */ eventAt?: (n: number) => PlainEvent }>;

/** Creates the topic with its events: the key is the case, so that a case's events stay in order. */
export async function produce(brokers: readonly string[], { name, events, keys, eventAt = (n) => plainEvent(n, keys) }: PlainTopic): Promise<void> {
  const settings = { brokers, clientId: 'bench' };
  await ensureTopics(settings, [{ name, partitions: PARTITIONS, retentionMs: DAY_MS }]);
  const producer = await openProducer(settings);
  try {
    for (let from = 0; from < events; from += CHUNK) {
      const chunk = Array.from({ length: Math.min(CHUNK, events - from) }, (_, place) => eventAt(from + place));
      await Promise.all(chunk.map((event) => producer.send(name, { key: event.case_id, value: JSON.stringify(event), headers: {} })));
    }
  } finally {
    await producer.close();
  }
}
