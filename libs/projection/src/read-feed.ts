import type { StatusChange } from '@docketwire/contracts';
import type { DataSource } from 'typeorm';
import { Between, LessThanOrEqual } from 'typeorm';
import { FEED_CHANGE } from './entities.js';

/** The end of the feed. `seq` is a number: 2^53 changes are out of reach. */
export type FeedEnd = Readonly<{ epoch: string; seq: number }>;

export type FeedFilter = Readonly<{ case?: string | undefined; includePreCharge: boolean }>;

/** A change with what filters look at, which subscribers do not see. */
export type FeedEntry = Readonly<{ change: StatusChange; accused: boolean }>;

export async function readFeedEnd(db: DataSource): Promise<FeedEnd> {
  const [end] = await db.query<FeedEnd[]>('select epoch, last_seq::float8 as seq from feed.counter');
  if (!end) throw new Error('feed.counter has no row');
  return end;
}

type Stretch = Readonly<{ end: FeedEnd; after: number; limit: number; filter: FeedFilter }>;

/** The changes of (after, end] that the filter lets pass, at most `limit`. */
export async function readFeed(db: DataSource, { end, after, limit, filter }: Stretch): Promise<readonly FeedEntry[]> {
  const rows = await db.getRepository(FEED_CHANGE).find({
    where: { seq: Between(String(after + 1), String(end.seq)), ...(filter.case ? { caseId: filter.case } : {}), ...(filter.includePreCharge ? {} : { accused: true }) },
    order: { seq: 'asc' },
    take: limit,
  });
  return rows.map(({ seq, accused, body }) => ({ change: { seq: Number(seq), epoch: end.epoch, ...body }, accused }));
}

/** What changed of one case up to a place in the feed, the latest first: also what concerns people nobody has accused. */
export async function readCaseChanges(db: DataSource, { caseId, end, limit }: Readonly<{ caseId: string; end: FeedEnd; limit: number }>): Promise<readonly StatusChange[]> {
  const rows = await db.getRepository(FEED_CHANGE).find({ where: { caseId, seq: LessThanOrEqual(String(end.seq)) }, order: { seq: 'desc' }, take: limit });
  return rows.map(({ seq, body }) => ({ seq: Number(seq), epoch: end.epoch, ...body }));
}
