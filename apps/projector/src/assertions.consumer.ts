import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CASE_ASSERTIONS, headerOf } from '@docketwire/contracts';
import type { BatchOutcome, LogBatch, LogRecord } from '@docketwire/log';
import { FeedRelay } from './feed.relay.js';
import { PROJECTION } from './projection.provider.js';
import type { ProjectBatch } from './projection.provider.js';

/** Projects what articles say of cases: every accepted record changes the projection exactly once. */
@Controller()
export class AssertionsConsumer {
  constructor(
    @Inject(PROJECTION) private readonly project: ProjectBatch,
    private readonly relay: FeedRelay,
  ) {}

  @EventPattern<string>(CASE_ASSERTIONS.name)
  async takeBatch(@Payload() batch: LogBatch): Promise<BatchOutcome> {
    try {
      const outcome = await this.project({ ...batch, records: batch.records.map(withKnown) });
      this.relay.wake();
      return outcome;
    } catch (error) {
      return { kind: 'failed', error };
    }
  }
}

/**
 * Whoever copies the topic to another cluster writes the original time into the `known` header (ISO instant). It lies
 * before the copy: a later one would move the whole partition into the future.
 */
function withKnown(record: LogRecord): LogRecord {
  const known = Date.parse(headerOf(record, 'known') ?? '');
  return Number.isNaN(known) ? record : { ...record, appendedAt: Math.min(known, record.appendedAt) };
}
