import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { FEED_CHANNEL } from '@docketwire/projection';
import pg from 'pg';

/** The poll covers the time between: no hurry. */
const RECONNECT_MS = 2_000;

/** Hears from Postgres that the feed grew. It may miss a call while it reconnects, so that whoever listens polls too. */
@Injectable()
export class FeedListener {
  private readonly logger = new Logger(FeedListener.name);
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  start(onGrown: () => void): void {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'docketwire-query-listen', keepAlive: true });
    client.on('notification', onGrown);
    client.on('error', (error) => this.logger.warn(`Lost the connection that listens: ${error.message}`));
    client.once('end', () => this.again(onGrown));
    this.client = client;
    client
      .connect()
      .then(() => client.query(`listen ${FEED_CHANNEL}`))
      .then(onGrown)
      .catch((error: unknown) => {
        this.logger.warn(`Cannot listen yet: ${String(error)}`);
        this.again(onGrown);
      });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch((error: unknown) => this.logger.debug(`The listening connection was gone already: ${String(error)}`));
  }

  private again(onGrown: () => void): void {
    if (this.isStopped) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.start(onGrown), RECONNECT_MS);
  }
}
