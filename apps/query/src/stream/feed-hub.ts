import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { readFeed, readFeedEnd } from '@docketwire/projection';
import type { FeedEnd } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { FeedListener } from './feed-listener.js';
import { HEARTBEAT, changeFrame, lets, resetBytes } from './frame.js';
import type { Frame } from './frame.js';
import type { StreamClient } from './stream-client.js';
import { STREAM_TIMES } from './stream-times.js';
import type { StreamTimes } from './stream-times.js';

/** Frames kept for clients that come back after a cut: about 1 MB, and enough for a reconnect storm to spare the database. */
const HELD_FRAMES = 1_000;
/** A burst is written in pieces far below what a client may leave unread, with time to send between them: only who does not read is cut. */
const PAGE = 100;

/** Reads the feed once, however many clients follow it, and serialises each change once for all of them. */
@Injectable()
export class FeedHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedHub.name);
  /** With the number up to which each has been told everything. */
  private readonly clients = new Map<StreamClient, number>();
  private readonly timers: NodeJS.Timeout[] = [];
  private position: FeedEnd | null = null;
  private held: Frame[] = [];
  private reading: Promise<void> | null = null;
  private isWoken = false;
  private isFailing = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FeedListener) private readonly listener: FeedListener,
    @Inject(STREAM_TIMES) private readonly times: StreamTimes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.position = await readFeedEnd(this.db);
    this.listener.start(() => this.wake());
    this.timers.push(setInterval(() => this.wake(), this.times.pollMs), setInterval(() => this.beat(), this.times.heartbeatMs));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.isWoken = false;
    await this.listener.stop();
    await this.reading;
  }

  /** How far the hub has read. */
  end(): FeedEnd {
    if (!this.position) throw new Error('The hub has not started');
    return this.position;
  }

  /** The number behind which the hub itself knows every change. */
  holdsAfter(): number {
    return (this.held[0]?.seq ?? this.end().seq + 1) - 1;
  }

  /** From now on the client hears of every change after `told`, which must not lie before `holdsAfter()`. */
  attach(client: StreamClient, told: number): void {
    for (const frame of this.held) if (frame.seq > told && lets(client.filter, frame)) client.write(frame.bytes);
    this.clients.set(client, Math.max(told, this.end().seq));
  }

  detach(client: StreamClient): void {
    this.clients.delete(client);
  }

  /** Calls during a read make one more read. */
  private wake(): void {
    this.isWoken = true;
    this.reading ??= this.readWhileWoken().finally(() => (this.reading = null));
  }

  private async readWhileWoken(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      await this.readOn().then(
        () => (this.isFailing = false),
        (error: unknown) => this.tellOnce(error),
      );
    }
  }

  private async readOn(): Promise<void> {
    const end = await readFeedEnd(this.db);
    if (end.epoch !== this.end().epoch || end.seq < this.end().seq) return this.reset(end);
    while (this.end().seq < end.seq) {
      const entries = await readFeed(this.db, { end, after: this.end().seq, limit: PAGE, filter: { includePreCharge: true } });
      for (const entry of entries) this.deliver(changeFrame(entry));
      this.position = { epoch: end.epoch, seq: entries.length < PAGE ? end.seq : this.end().seq };
      await setImmediate();
    }
  }

  private deliver(frame: Frame): void {
    this.held.push(frame);
    if (this.held.length > 2 * HELD_FRAMES) this.held = this.held.slice(-HELD_FRAMES);
    this.position = { epoch: this.end().epoch, seq: frame.seq };
    for (const [client, told] of this.clients) if (frame.seq > told && lets(client.filter, frame)) client.write(frame.bytes);
  }

  /** The feed was restored: what the hub holds and what clients were told has other numbers now. */
  private reset(end: FeedEnd): void {
    this.position = end;
    this.held = [];
    const bytes = resetBytes({ reason: 'epoch', ...end });
    for (const client of this.clients.keys()) {
      client.write(bytes);
      this.clients.set(client, end.seq);
    }
  }

  private beat(): void {
    for (const client of this.clients.keys()) client.write(HEARTBEAT);
  }

  /** A database that is away would be told every second. */
  private tellOnce(error: unknown): void {
    if (!this.isFailing) this.logger.warn({ err: error }, 'Cannot read the feed');
    this.isFailing = true;
  }
}
