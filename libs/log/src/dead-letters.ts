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
  /** A batch that is taken apart decodes its records again: one letter each is enough. */
  private readonly sent = new WeakSet<LogRecord>();

  constructor(@Inject(PRODUCER) private readonly producer: RecordProducer) {}

  /** What `read` makes of the record; null where it cannot: then the record is with the dead letters. */
  async decode<T>(topic: string, record: LogRecord, read: (record: LogRecord) => T): Promise<T | null> {
    try {
      return read(record);
    } catch (error) {
      if (!(error instanceof DocketwireError) || error.retryable) throw error;
      if (!this.sent.has(record)) await this.sendLetter(topic, record, error);
      return null;
    }
  }

  private async sendLetter(topic: string, record: LogRecord, error: DocketwireError): Promise<void> {
    this.logger.warn({ code: error.code, reason: reasonOf(error), topic, offset: record.offset }, 'A record could not be decoded');
    await this.producer.send(deadLetters(topic).name, deadLetterOf(record, error));
    this.sent.add(record);
  }
}

/** A list of all that is wrong can be longer than the record, and more than the broker takes. */
const MAX_REASON = 1_000;

function reasonOf({ message }: DocketwireError): string {
  return message.length > MAX_REASON ? `${message.slice(0, MAX_REASON)} …` : message;
}

function deadLetterOf({ key, value, headers, offset }: LogRecord, error: DocketwireError): AnyRecord {
  const present = Object.entries(headers).flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]));
  return { key, value, headers: { ...Object.fromEntries(present), dlq_code: error.code, dlq_reason: reasonOf(error), dlq_offset: String(offset) } };
}
