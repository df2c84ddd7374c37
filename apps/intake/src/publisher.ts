import { ARTICLE_UPDATES, articleKey, articleUpdateEvent, encodeEvent } from '@docketwire/contracts';
import type { ArticleUpdateRequest } from '@docketwire/contracts';
import { Injectable } from '@nestjs/common';
import { Broker } from './broker.js';
import { Receipts } from './receipts.js';

/** What a publisher is told of an update that the broker holds. */
export type Accepted = Readonly<{ id: string; article: string; status: 'accepted'; receivedAt: string }>;

type Publication = Readonly<{ updates: readonly ArticleUpdateRequest[]; traceparent: string | undefined; now: string }>;

@Injectable()
export class Publisher {
  constructor(
    private readonly receipts: Receipts,
    private readonly broker: Broker,
  ) {}

  /**
   * Puts updates on the log, in their order for each article. The outcomes stand in the order of the updates; a refused
   * one may still be on the log, so the publisher sends it again and it is the same event. Throws DATABASE_UNREACHABLE.
   */
  async publish({ updates, traceparent, now }: Publication): Promise<PromiseSettledResult<Accepted>[]> {
    const ids = updates.map((update) => articleUpdateEvent(update, now).id);
    const stamps = await this.receipts.stamp(ids, now);
    return Promise.allSettled(updates.map((update, place) => this.send(update, stamps.get(ids[place] ?? '') ?? now, traceparent)));
  }

  private async send(update: ArticleUpdateRequest, receivedAt: string, traceparent: string | undefined): Promise<Accepted> {
    const event = { ...articleUpdateEvent(update, receivedAt), ...(traceparent ? { traceparent } : {}) };
    const article = articleKey(update);
    await this.broker.send(ARTICLE_UPDATES.name, encodeEvent(article, event));
    return { id: event.id, article, status: 'accepted', receivedAt };
  }
}
