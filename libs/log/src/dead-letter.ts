import type { DocketwireError } from '@docketwire/kernel';
import type { LogRecord } from './batch.js';
import type { AnyRecord } from './producer.js';

/** A record that could not be decoded, its bytes and headers untouched, with why and where it stood. */
export function deadLetterOf({ key, value, headers, offset }: LogRecord, error: DocketwireError): AnyRecord {
  const present = Object.entries(headers).flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]));
  return { key, value, headers: { ...Object.fromEntries(present), dlq_code: error.code, dlq_reason: error.message, dlq_offset: String(offset) } };
}
