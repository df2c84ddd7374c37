import { Controller, Inject, Logger } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CASE_ASSERTIONS, deadLetters, decodeEvent, headerOf, parseCaseRecord } from '@docketwire/contracts';
import { DocketwireError } from '@docketwire/kernel';
import { PRODUCER, deadLetterOf } from '@docketwire/log';
import type { BatchOutcome, LogBatch, LogRecord, RecordProducer } from '@docketwire/log';
import { Projection } from '@docketwire/projection';
import type { Incoming } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { FeedRelay } from './feed.relay.js';

/** Projects what articles say of cases: every accepted record changes the projection exactly once. */
@Controller()
export class AssertionsConsumer {
  private readonly logger = new Logger(AssertionsConsumer.name);
  private readonly projection: Projection<LogRecord>;

  constructor(
    source: DataSource,
    @Inject(PRODUCER) private readonly producer: RecordProducer,
    private readonly relay: FeedRelay,
  ) {
    this.projection = new Projection<LogRecord>(source, { decode: (record, known) => this.decode(record, known), toPark });
  }

  @EventPattern<string>(CASE_ASSERTIONS.name)
  async takeBatch(@Payload() batch: LogBatch): Promise<BatchOutcome> {
    try {
      const outcome = await this.projection.project({ ...batch, records: batch.records.map(withKnown) });
      this.relay.wake();
      return outcome;
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /** Null where the record is not one of ours: it has gone to the dead letters, with why. */
  private async decode(record: LogRecord, known: number): Promise<Incoming | null> {
    try {
      const envelope = decodeEvent(record);
      return { offset: record.offset, eventId: envelope.id, known, event: parseCaseRecord(envelope) };
    } catch (error) {
      if (!(error instanceof DocketwireError) || error.retryable) throw error;
      this.logger.warn({ err: error, offset: record.offset }, 'A record could not be decoded');
      await this.producer.send(deadLetters(CASE_ASSERTIONS.name).name, deadLetterOf(record, error));
      return null;
    }
  }
}

/** Whoever copies the topic to another cluster writes the original time into the `known` header (ISO instant). */
function withKnown(record: LogRecord): LogRecord {
  const known = Date.parse(headerOf(record, 'known') ?? '');
  return Number.isNaN(known) ? record : { ...record, appendedAt: known };
}

function toPark({ key, value, headers }: LogRecord) {
  const texts = Object.entries(headers).map(([name, content]) => [name, content?.toString() ?? ''] as const);
  return { key: key?.toString('base64') ?? null, value: value?.toString('base64') ?? null, headers: Object.fromEntries(texts) };
}
