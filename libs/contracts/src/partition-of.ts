/*
 * Where a record lies on its topic: the partition that every Java client, and kafkajs, chooses for a key (murmur2). Who
 * reads a case asks it to know how far the log of that case has been applied, without asking Kafka.
 */

const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const UTF8 = new TextEncoder();

export function partitionOf(key: string, partitions: number): number {
  return (murmur2(UTF8.encode(key)) & 0x7fffffff) % partitions;
}

function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % 4);
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    const word = Math.imul(view.getInt32(at, true), M);
    hash = Math.imul(hash, M) ^ Math.imul(word ^ (word >>> 24), M);
  }
  hash = withRest(hash, bytes.subarray(whole));
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}

function withRest(hash: number, rest: Uint8Array): number {
  const tail = rest.reduce((sum, byte, place) => sum | (byte << (8 * place)), 0);
  return rest.length === 0 ? hash : Math.imul(hash ^ tail, M);
}
