import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { ResetReason } from '@docketwire/contracts';
import { readFeed, readFeedEnd } from '@docketwire/projection';
import type { FeedEnd } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { resetReason } from '../feed-cursor.js';
import type { FeedCursor } from '../feed-cursor.js';
import { FeedHub } from './feed-hub.js';
import { OPENING, changeFrame, resetBytes } from './frame.js';
import type { StreamClient } from './stream-client.js';
import { STREAM_TIMES } from './stream-times.js';
import type { StreamTimes } from './stream-times.js';

/** A page of the past: with the longest titles and quotes still well below what a client may leave pending. */
const PAGE = 100;

/** Where a client's stream begins. */
export type Start = Readonly<{ end: FeedEnd; seq: number; reason: ResetReason | null }>;

/** The connections: each is told the past it asks for from the database, then it is handed over to the hub. */
@Injectable()
export class FeedStream implements BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedStream.name);
  private readonly open = new Set<StreamClient>();
  private isClosing = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FeedHub) private readonly hub: FeedHub,
    @Inject(STREAM_TIMES) private readonly times: StreamTimes,
  ) {}

  beforeApplicationShutdown(): void {
    this.isClosing = true;
    for (const client of this.open) this.leave(client);
  }

  /** To be asked before the answer begins: a database that is away is still a problem document then. */
  async start(cursor: FeedCursor | null): Promise<Start> {
    const end = await readFeedEnd(this.db);
    const reason = cursor && resetReason(cursor, end);
    return { end, seq: cursor && !reason ? cursor.seq : end.seq, reason };
  }

  /** Follows the feed for the client until either side ends the connection. */
  async follow(client: StreamClient, start: Start): Promise<void> {
    if (this.isClosing) return client.end();
    this.open.add(client);
    const life = setTimeout(() => this.leave(client), this.times.lifeMs());
    client.onClosed(() => {
      clearTimeout(life);
      this.leave(client);
    });
    client.write(OPENING);
    if (start.reason) client.write(resetBytes({ reason: start.reason, ...start.end }));
    await this.catchUp(client, start).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Cannot read the past of the feed: the client is to come back');
      this.leave(client);
    });
  }

  private async catchUp(client: StreamClient, start: Start): Promise<void> {
    const { epoch } = this.hub.end();
    let told = start.seq;
    while (client.isOpen() && told < this.hub.holdsAfter()) {
      const end = this.hub.end();
      const page = await readFeed(this.db, { end, after: told, limit: PAGE, filter: client.filter });
      told = page.length < PAGE ? end.seq : (page.at(-1)?.change.seq ?? end.seq);
      client.write(Buffer.concat(page.map((entry) => changeFrame(entry).bytes)));
      await client.drained();
    }
    // Nothing is awaited from here on: the hub cannot read on in between, so that there is neither a hole nor a repeat.
    if (!client.isOpen()) return;
    if (this.hub.end().epoch === epoch) return this.hub.attach(client, told);
    client.write(resetBytes({ reason: 'epoch', ...this.hub.end() }));
    this.hub.attach(client, this.hub.end().seq);
  }

  private leave(client: StreamClient): void {
    this.open.delete(client);
    this.hub.detach(client);
    client.end();
  }
}
