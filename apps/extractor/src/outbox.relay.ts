import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { OutRecord } from '@docketwire/contracts';
import { PRODUCER } from '@docketwire/log';
import type { RecordProducer } from '@docketwire/log';
import { openLoop } from '@docketwire/platform';
import type { Loop } from '@docketwire/platform';
import { DataSource } from 'typeorm';

const MAX_ROWS = 500;
/** A row whose transaction committed without a wake-up (a crash in between) waits at most this long. */
const IDLE_MS = 1_000;

type OutboxRow = { id: string; topic: string; record: OutRecord };

/** Sends what the extractor's transactions left in the outbox, and deletes what the broker has: at least once. */
@Injectable()
export class OutboxRelay implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private loop: Loop | undefined;

  constructor(
    private readonly source: DataSource,
    @Inject(PRODUCER) private readonly producer: RecordProducer,
  ) {}

  onModuleInit(): void {
    this.loop = openLoop({ idleMs: IDLE_MS, step: () => this.sendSome(), failed: (error) => this.logger.error({ err: error }, 'The outbox could not be sent') });
  }

  wake(): void {
    this.loop?.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
  }

  /** Rows are taken with a lock, never by `id > last`: a smaller id may commit later. True where more may wait. */
  private sendSome(): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const rows: OutboxRow[] = await tx.query('select id, topic, record from extract.outbox order by id limit $1 for update skip locked', [MAX_ROWS]);
      await Promise.all(rows.map(({ topic, record }) => this.producer.send(topic, record)));
      await tx.query('delete from extract.outbox where id = any($1)', [rows.map(({ id }) => id)]);
      return rows.length === MAX_ROWS;
    });
  }
}

