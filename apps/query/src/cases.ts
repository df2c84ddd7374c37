import { Inject, Injectable } from '@nestjs/common';
import { factsOf } from '@docketwire/case';
import type { CaseView } from '@docketwire/case';
import type { CaseListQuery } from '@docketwire/contracts';
import { fail } from '@docketwire/kernel';
import { findCase, findCaseHead, findMergedAt, findSets, findToldBy, isSettled, listCases, readFeedEnd } from '@docketwire/projection';
import type { CaseHead, FeedEnd, StoredCase } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { caseCursor, parseCaseCursor } from './case-cursor.js';
import { listAt } from './list-at.js';
import { asToldBy } from './told-by.js';
import { viewAt } from './view-at.js';
import type { Moment } from './case-shape.js';

export type ListRequest = Pick<CaseListQuery, 'name' | 'status' | 'changedSince' | 'includePreCharge' | 'after' | 'limit'>;

/** One page, and the end of the feed as it stood before the page was read. */
export type Page = Readonly<{ stored: readonly StoredCase[]; cursor: string | null; feed: FeedEnd }>;

/** A case as it stood at a moment. */
export type CaseAt = Readonly<{
  stored: StoredCase;
  view: CaseView;
  /** Ids of all facts that some article told then, of whatever day. */
  facts: readonly string[];
  articles: number;
  moment: Moment;
}>;

/** Where a case is read: its head, the case it leads to, and whether the answer will stay what it is. */
export type Place = Readonly<{ head: CaseHead; leadsTo: string | null; settled: boolean }>;

/** The cases, as the API and the page read them. */
@Injectable()
export class Cases {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async list(request: ListRequest, moment: Moment = NOW): Promise<Page> {
    const feed = await readFeedEnd(this.db);
    const after = request.after === undefined ? null : parseCaseCursor(request.after);
    if (!isNow(moment)) return { ...(await listAt(this.db, { ...request, after, moment })), feed };
    // One more than asked for tells whether there is a next page.
    const found = await listCases(this.db, { ...request, after, limit: request.limit + 1 });
    const stored = found.slice(0, request.limit);
    const last = found.length > request.limit ? stored.at(-1) : undefined;
    return { stored, cursor: last ? caseCursor(last) : null, feed };
  }

  /** A case leads to the one it was merged into only as far as that was known. Throws NOT_FOUND. */
  async place(id: string, knownAt: string | null): Promise<Place> {
    const head = await findCaseHead(this.db, id);
    if (!head) throw fail('NOT_FOUND', { case: id });
    const settled = knownAt !== null && (await isSettled(this.db, id, knownAt));
    const apart = head.aliasOf !== null && knownAt !== null && (await this.wasApart(id, knownAt));
    return { head, leadsTo: apart ? null : head.aliasOf, settled };
  }

  /** The case with the version and the place in the feed of an instant; today's without one. Throws NOT_FOUND. */
  async stored(id: string, knownAt: string | null): Promise<StoredCase> {
    const stored = await findCase(this.db, id);
    if (!stored) throw fail('NOT_FOUND', { case: id });
    return knownAt === null ? stored : asToldBy(stored, (await findToldBy(this.db, [id], knownAt)).get(id));
  }

  /** The present needs no computing: the projector keeps it. Throws NOT_FOUND. */
  async at(id: string, moment: Moment): Promise<CaseAt> {
    const stored = await this.stored(id, moment.knownAt);
    if (isNow(moment)) return { stored, view: stored.view, facts: factsIn(stored.view), articles: stored.articles, moment };
    const sets = await findSets(this.db, id, moment.knownAt);
    return { stored, view: viewAt(id, sets, moment.on), facts: factsOf(sets).map((fact) => fact.id), articles: sets.length, moment };
  }

  private async wasApart(id: string, knownAt: string): Promise<boolean> {
    const mergedAt = await findMergedAt(this.db, id);
    return mergedAt !== null && Date.parse(knownAt) < mergedAt.getTime();
  }
}

/** What a query asks for. */
export const momentOf = ({ on, knownAt }: Readonly<{ on?: string | undefined; knownAt?: string | undefined }>): Moment => ({ on: on ?? null, knownAt: knownAt ?? null });

const NOW: Moment = { on: null, knownAt: null };
const isNow = ({ on, knownAt }: Moment): boolean => on === null && knownAt === null;
const factsIn = ({ charges, anomalies, notes }: CaseView): readonly string[] => [...charges, ...anomalies, ...notes].flatMap(({ facts }) => facts);
