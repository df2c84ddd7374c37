import type { RawRecord } from '@docketwire/contracts';
import type { AnyRecord } from '@docketwire/log';
import type { ParkedRow } from '@docketwire/projection';

type Kept = ParkedRow['record'];

/** Base64 throughout: a header too may hold bytes that are no text. */
export function toPark({ key, value, headers }: RawRecord): Kept {
  const kept = Object.entries(headers).flatMap(([name, content]) => (content === undefined ? [] : [[name, Buffer.from(content).toString('base64')] as const]));
  return { key: key?.toString('base64') ?? null, value: value?.toString('base64') ?? null, headers: Object.fromEntries(kept) };
}

/** As it was read. */
export function fromParked({ key, value, headers }: Kept): RawRecord {
  return { key: bytesOf(key), value: bytesOf(value), headers: Object.fromEntries(Object.entries(headers).map(([name, content]) => [name, Buffer.from(content, 'base64')])) };
}

/**
 * The record as it is published again: to its own partition, whoever chose that, since only there its case is written.
 * Driven twice, it names the first place: that is where its news stood.
 */
export function redrivenRecord({ topic, partition, offset, record }: ParkedRow): AnyRecord {
  const { key, value, headers } = fromParked(record);
  return { key, value, partition, headers: { redriven_from: `${topic}/${partition}/${offset}`, ...(headers as Record<string, Buffer>) } };
}

function bytesOf(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'base64');
}
