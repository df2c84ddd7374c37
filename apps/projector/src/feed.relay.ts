import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { STATUS_CHANGES, encodeEvent, statusChangeEvent } from '@docketwire/contracts';
import { PRODUCER } from '@docketwire/log';
import type { RecordProducer } from '@docketwire/log';
import { openLoop } from '@docketwire/platform';
import type { Loop } from '@docketwire/platform';
import { relayFeed } from '@docketwire/projection';
import { DataSource } from 'typeorm';

const MAX_CHANGES = 500;
/** A change that another instance projected waits at most this long for the relay to look. */
const IDLE_MS = 500;

/** Publishes the feed to Kafka: at least once, each change with its own lasting id, in order per case. */
@Injectable()
export class FeedRelay implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedRelay.name);
  private loop: Loop | undefined;

  constructor(
    private readonly source: DataSource,
    @Inject(PRODUCER) private readonly producer: RecordProducer,
  ) {}

  onModuleInit(): void {
    this.loop = openLoop({ idleMs: IDLE_MS, step: () => this.sendSome(), failed: (error) => this.logger.error({ err: error }, 'The feed could not be relayed') });
  }

  wake(): void {
    this.loop?.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
  }

  private sendSome(): Promise<boolean> {
    return relayFeed(this.source, MAX_CHANGES, async (changes) => {
      await Promise.all(changes.map((change) => this.producer.send(STATUS_CHANGES.name, encodeEvent(change.case, statusChangeEvent(change)))));
    });
  }
}
