import { fail } from '@docketwire/kernel';

/** A record's bytes as any Kafka client hands them over. */
export type RawRecord = Readonly<{
  key: Buffer | null;
  value: Buffer | null;
  headers: Readonly<Record<string, Buffer | string | undefined>>;
}>;

/** A record to be sent. */
export type OutRecord = Readonly<{ key: string; value: string; headers: Readonly<Record<string, string>> }>;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in `ce_*` headers, the data alone as the value. */
export type Envelope<Data> = Readonly<{
  /** Deterministic: a retry is the same event. */
  id: string;
  /** Ends in `.vN`; a breaking change is a new type. */
  type: string;
  source: string;
  /** ISO 8601 instant. */
  time: string;
  subject: string;
  /** W3C trace context, where the caller had one. */
  traceparent?: string;
  data: Data;
}>;

/** Far above any article update (256 KiB of text): a longer value is not ours and is not worth parsing. */
const MAX_VALUE_BYTES = 4 * 1024 * 1024;
/** An id is stored, shown and logged: no control characters, and no story. */
const ID = /^[^\p{Cc}\p{Cs}\ufffd]{1,255}$/u;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

export function encodeEvent(key: string, event: Envelope<unknown>): OutRecord {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: event.type,
    ce_source: event.source,
    ce_time: event.time,
    ce_subject: event.subject,
    'content-type': 'application/json',
  };
  if (event.traceparent) headers['traceparent'] = event.traceparent;
  return { key, value: JSON.stringify(event.data), headers };
}

/** The envelope of a record, its data still unchecked. Throws RECORD_UNDECODABLE with the reason. */
export function decodeEvent(record: RawRecord): Envelope<unknown> {
  const [version, id, type] = ['ce_specversion', 'ce_id', 'ce_type'].map((name) => headerOf(record, name) ?? '') as [string, string, string];
  if (version !== '1.0' || !ID.test(id) || !type) throw fail('RECORD_UNDECODABLE', { reason: 'not a CloudEvent 1.0 in binary mode' });
  const traceparent = headerOf(record, 'traceparent');
  return {
    id,
    type,
    source: headerOf(record, 'ce_source') ?? '',
    time: headerOf(record, 'ce_time') ?? '',
    subject: headerOf(record, 'ce_subject') ?? '',
    ...(traceparent ? { traceparent } : {}),
    data: dataOf(record),
  };
}

export function headerOf(record: RawRecord, name: string): string | undefined {
  const value = record.headers[name];
  return value === undefined ? undefined : value.toString();
}

function dataOf(record: RawRecord): unknown {
  if (record.value === null) throw fail('RECORD_UNDECODABLE', { reason: 'no value' });
  if (record.value.length > MAX_VALUE_BYTES) throw fail('RECORD_UNDECODABLE', { reason: `value of ${record.value.length} bytes, more than ${MAX_VALUE_BYTES}` });
  try {
    return JSON.parse(UTF8.decode(record.value));
  } catch (cause) {
    throw fail('RECORD_UNDECODABLE', { reason: cause instanceof SyntaxError ? 'value is not JSON' : 'value is not UTF-8' }, cause);
  }
}
