import { TOPICS } from '@docketwire/contracts';
import type { OutRecord } from '@docketwire/contracts';
import { DocketwireError, fail } from '@docketwire/kernel';
import { ensureTopics, openProducer } from '@docketwire/log';
import type { RecordProducer } from '@docketwire/log';
import { CONFIG } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';

/** What a publisher is let wait before it hears 503; a broker that accepts connections and never answers would hold it for minutes. */
const ACK_WITHIN_MS = 15_000;

/**
 * The producer, opened on first need and again after a failed opening: intake starts without a broker and answers 503,
 * since a publisher can do something with a 503 and nothing with a refused connection.
 */
@Injectable()
export class Broker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Broker');
  private producer: Promise<RecordProducer> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  onApplicationBootstrap(): void {
    this.open().catch((error: unknown) => this.logger.warn({ err: error }, 'no broker yet: updates are answered with 503'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.producer?.then((producer) => producer.close());
  }

  /** Resolves when the broker has acknowledged the record. Throws BROKER_UNREACHABLE, when it may or may not have it. */
  send(topic: string, record: OutRecord): Promise<void> {
    return inTime(this.open().then((producer) => producer.send(topic, record)));
  }

  isReady(): Promise<void> {
    return this.open().then((producer) => producer.isReady());
  }

  private open(): Promise<RecordProducer> {
    this.producer ??= this.connect().catch((error: unknown) => {
      this.producer = undefined;
      throw error;
    });
    return this.producer;
  }

  private async connect(): Promise<RecordProducer> {
    const settings = { brokers: this.config.kafkaBrokers, clientId: 'intake' };
    // The producer gives up within seconds where no broker answers, the creation of topics within a minute: in this order.
    const producer = await openProducer(settings);
    try {
      await ensureTopics(settings, TOPICS);
      return producer;
    } catch (error) {
      await producer.close();
      throw error instanceof DocketwireError ? error : fail('BROKER_UNREACHABLE', { reason: error instanceof Error ? error.message : String(error) }, error);
    }
  }
}

async function inTime(ack: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fail('BROKER_UNREACHABLE', { reason: `no acknowledgement within ${ACK_WITHIN_MS} ms` })), ACK_WITHIN_MS);
  });
  await Promise.race([ack, late]).finally(() => clearTimeout(timer));
}
