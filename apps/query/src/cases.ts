import { Inject, Injectable } from '@nestjs/common';
import type { CaseView } from '@docketwire/case';
import type { CaseListQuery } from '@docketwire/contracts';
import { fail } from '@docketwire/kernel';
import { findCase, findCaseHead, findSets, listCases, readFeedEnd } from '@docketwire/projection';
import type { CaseHead, FeedEnd, StoredCase } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { caseCursor, parseCaseCursor } from './case-cursor.js';
import { viewAt } from './view-at.js';
import type { Moment } from './case-shape.js';

type ListRequest = Pick<CaseListQuery, 'name' | 'status' | 'changedSince' | 'includePreCharge' | 'after' | 'limit'>;

/** One page, and the end of the feed as it stood before the page was read. */
export type Page = Readonly<{ stored: readonly StoredCase[]; cursor: string | null; feed: FeedEnd }>;

/** A case as it stood at a moment. */
export type CaseAt = Readonly<{ stored: StoredCase; view: CaseView; articles: number; moment: Moment }>;

/** The cases, as the API and the page read them. */
@Injectable()
export class Cases {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async list(request: ListRequest): Promise<Page> {
    const feed = await readFeedEnd(this.db);
    const after = request.after === undefined ? null : parseCaseCursor(request.after);
    // One more than asked for tells whether there is a next page.
    const found = await listCases(this.db, { ...request, after, limit: request.limit + 1 });
    const stored = found.slice(0, request.limit);
    const last = found.length > request.limit ? stored.at(-1) : undefined;
    return { stored, cursor: last ? caseCursor(last) : null, feed };
  }

  /** Throws NOT_FOUND. */
  async head(id: string): Promise<CaseHead> {
    const head = await findCaseHead(this.db, id);
    if (!head) throw fail('NOT_FOUND', { case: id });
    return head;
  }

  /** The present needs no computing: the projector keeps it. Throws NOT_FOUND. */
  async at(id: string, moment: Moment): Promise<CaseAt> {
    const stored = await findCase(this.db, id);
    if (!stored) throw fail('NOT_FOUND', { case: id });
    if (moment.on === null && moment.knownAt === null) return { stored, view: stored.view, articles: stored.articles, moment };
    const sets = await findSets(this.db, id, moment.knownAt);
    return { stored, view: viewAt(id, sets, moment.on), articles: sets.filter(({ assertions }) => assertions.length > 0).length, moment };
  }
}
