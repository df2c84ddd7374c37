import { Inject, Injectable, Logger } from '@nestjs/common';
import { deadLetters } from '@docketwire/contracts';
import { DocketwireError } from '@docketwire/kernel';
import type { LogRecord } from './batch.js';
import { PRODUCER } from './producer.js';
import type { AnyRecord, RecordProducer } from './producer.js';

/** Where records go that could not be decoded: `<topic>.dlq`, bytes and headers untouched, with why and where they stood. */
@Injectable()
export class DeadLetters {
  private readonly logger = new Logger(DeadLetters.name);

  constructor(@Inject(PRODUCER) private readonly producer: RecordProducer) {}

  /** What `read` makes of the record; null where it cannot: then the record is with the dead letters. */
  async decode<T>(topic: string, record: LogRecord, read: (record: LogRecord) => T): Promise<T | null> {
    try {
      return read(record);
    } catch (error) {
      if (!(error instanceof DocketwireError) || error.retryable) throw error;
      this.logger.warn({ err: error, topic, offset: record.offset }, 'A record could not be decoded');
      await this.producer.send(deadLetters(topic).name, deadLetterOf(record, error));
      return null;
    }
  }
}

function deadLetterOf({ key, value, headers, offset }: LogRecord, error: DocketwireError): AnyRecord {
  const present = Object.entries(headers).flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]));
  return { key, value, headers: { ...Object.fromEntries(present), dlq_code: error.code, dlq_reason: error.message, dlq_offset: String(offset) } };
}
