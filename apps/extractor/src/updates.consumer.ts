import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ARTICLE_UPDATES, decodeEvent, parseArticleUpdate } from '@docketwire/contracts';
import { EXTRACTOR_VERSION, extract } from '@docketwire/extraction';
import { DeadLetters } from '@docketwire/log';
import type { BatchOutcome, LogBatch, LogRecord } from '@docketwire/log';
import { openApplyOnce } from '@docketwire/platform';
import type { ApplyOnce, Plan } from '@docketwire/platform';
import { setImmediate } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { OutboxRelay } from './outbox.relay.js';
import { record as recordUpdates } from './recording.js';
import type { ReadUpdate } from './recording.js';
import { OFFSET_TABLE } from './schema.js';
import { statedReading } from './stated.js';

/** Reads article updates: text in, assertions out, in one transaction with the offset. */
@Controller()
export class UpdatesConsumer {
  private readonly applyOnce: ApplyOnce;

  constructor(
    source: DataSource,
    private readonly deadLetters: DeadLetters,
    private readonly outbox: OutboxRelay,
  ) {
    // Publishers may use transactions, whose markers are holes in the offsets.
    this.applyOnce = openApplyOnce(source, { table: OFFSET_TABLE, holes: 'skip' });
  }

  @EventPattern<string>(ARTICLE_UPDATES.name)
  async takeBatch(@Payload() batch: LogBatch): Promise<BatchOutcome> {
    try {
      const outcome = await this.applyOnce(batch, (fresh, known) => this.plan(fresh, known));
      this.outbox.wake();
      return outcome;
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  private async plan(records: readonly LogRecord[], known: number): Promise<Plan> {
    const updates: ReadUpdate[] = [];
    for (const one of records) {
      const update = await this.deadLetters.decode(ARTICLE_UPDATES.name, one, read);
      if (update) updates.push(update);
      // Reading is pure computing: let heartbeats and probes through between two articles.
      await setImmediate();
    }
    return {
      known: records.reduce((latest, { appendedAt }) => Math.max(latest, appendedAt), known),
      write: (tx) => recordUpdates({ tx, extractorVersion: EXTRACTOR_VERSION }, updates),
    };
  }
}

/** Throws where the record is none of ours. */
function read(record: LogRecord): ReadUpdate {
  const event = decodeEvent(record);
  const update = parseArticleUpdate(event);
  return { update, reading: readingOf(update), traceparent: event.traceparent };
}

function readingOf(update: ReadUpdate['update']): ReadUpdate['reading'] {
  const { title, text, statements, publishedAt, language, kind } = update;
  if (publishedAt === null || kind === 'hold' || kind === 'release' || kind === 'retraction') return null;
  if (statements) return statedReading({ by: update.originator ?? update.source, statements });
  if (text === null) return null;
  const { doubts: _, ...reading } = extract({ title, text, published: publishedAt.slice(0, 10), language });
  return reading;
}
