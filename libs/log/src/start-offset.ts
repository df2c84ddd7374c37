import { fail } from '@docketwire/kernel';
import type { StoredOffset } from './batch.js';

/** The offsets that a partition's log holds: the first that is still there, and the one after the last. */
export type Watermarks = Readonly<{ low: number; high: number }>;

type Place = Readonly<{ topic: string; partition: number }>;

/**
 * Where to begin to read. Throws LOG_REPLACED where the stored offset cannot belong to this log: kafkajs would jump to
 * one of its ends without a word, and what lies between would never be read.
 */
export function startOffset(place: Place, stored: StoredOffset | undefined, log: Watermarks & { clusterId: string }): number {
  if (!stored) return log.low;
  if (stored.clusterId !== log.clusterId) throw fail('LOG_REPLACED', { ...place, storedFor: stored.clusterId, cluster: log.clusterId });
  if (stored.next < log.low || stored.next > log.high) throw fail('LOG_REPLACED', { ...place, offset: stored.next, low: log.low, high: log.high });
  return stored.next;
}
