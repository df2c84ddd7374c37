import { NEWS_KINDS } from '@docketwire/case';
import { contentHash, fail, uuid5 } from '@docketwire/kernel';
import { z } from 'zod';
import type { Envelope } from './envelope.js';
import { Statements } from './statement.js';
import { clean, moment, name } from './text.js';

export const ARTICLE_UPDATE = 'docketwire.article-update.v1';

/** Code units: an article of 200,000 is a book chapter already. */
const MAX_TEXT = 200_000;

const httpUrl = z.url({ protocol: /^https?$/ }).max(2_048);

const fields = {
  /** Who publishes: a short, stable name such as `harbor-courier`. */
  source: name(200).regex(/^[^/\s]+$/, { error: 'must have no slash and no space' }),
  /** The publisher's own id of the article. */
  articleId: name(500),
  /** The publisher's count of versions; a source either always gives it or never. */
  revision: z.int().min(0).max(2_147_483_647).nullish().transform((value) => value ?? null),
  kind: z.enum(NEWS_KINDS),
  publishedAt: moment.nullish().transform((value) => value ?? null),
  modifiedAt: z.iso.datetime({ offset: true }).nullish().transform((value) => value ?? null),
  url: httpUrl.nullish().transform((value) => value ?? null),
  /** BCP 47, such as `en-GB`. */
  language: clean(35).regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/).nullish().transform((value) => value ?? null),
  title: clean(1_000).nullish().transform((value) => value ?? null),
  /** Plain text or HTML. */
  text: clean(MAX_TEXT).nullish().transform((value) => value ?? null),
  statements: Statements,
  /** The credited agency, where the article is not the source's own work. */
  originator: name(200).nullish().transform((value) => value ?? null),
  /** A reference that the publisher knows the case by (a docket number): articles with one reference are about one case. */
  caseReference: name(200).nullish().transform((value) => value ?? null),
};

const isGate = (kind: string): boolean => kind === 'hold' || kind === 'release' || kind === 'retraction';

/** What a publisher sends to `POST /v1/article-updates`. */
export const ArticleUpdateRequest = z
  .strictObject(fields)
  .refine((update) => isGate(update.kind) || update.text || update.statements, { path: ['text'], error: 'is required unless the update has statements, or holds, releases or retracts' })
  .refine((update) => !(update.text && update.statements), { path: ['statements'], error: 'stand instead of a text, never beside it' })
  .refine((update) => isGate(update.kind) || update.publishedAt, { path: ['publishedAt'], error: 'is required unless the update holds, releases or retracts' })
  .refine((update) => !isGate(update.kind) || update.modifiedAt !== null || update.revision !== null, {
    path: ['modifiedAt'],
    error: 'a hold, release or retraction needs modifiedAt or revision: without them a second one could not be told from a retry',
  });
export type ArticleUpdateRequest = z.output<typeof ArticleUpdateRequest>;

/** The same on Kafka, stamped by intake. Others may produce it too; what they leave out is filled in on reading. */
const ArticleUpdateData = z.object({
  ...fields,
  receivedAt: z.iso.datetime({ offset: true }),
});
export type ArticleUpdate = z.output<typeof ArticleUpdateData>;

/** `source/articleId`: the key of its record, and an article's name everywhere. */
export function articleKey(update: Pick<ArticleUpdate, 'source' | 'articleId'>): string {
  return `${update.source}/${update.articleId}`;
}

/** Makes the event of an update. Its id depends on what was said, never on when we heard it: a retry is the same event. */
export function articleUpdateEvent(request: ArticleUpdateRequest, receivedAt: string): Envelope<ArticleUpdate> {
  const { source, articleId, kind, revision, modifiedAt } = request;
  return {
    id: uuid5(source, articleId, kind, revision, modifiedAt, contentHash(request)),
    type: ARTICLE_UPDATE,
    source: `/publishers/${source}`,
    time: receivedAt,
    subject: articleKey(request),
    data: { ...request, modifiedAt: modifiedAt ?? receivedAt, receivedAt },
  };
}

/** Throws UPDATE_MALFORMED (with every problem) or EVENT_UNKNOWN. */
export function parseArticleUpdate(event: Envelope<unknown>): ArticleUpdate {
  if (event.type !== ARTICLE_UPDATE) throw fail('EVENT_UNKNOWN', { type: event.type });
  const stamped = typeof event.data === 'object' && event.data !== null ? { receivedAt: event.time, ...event.data } : event.data;
  const parsed = ArticleUpdateData.safeParse(stamped);
  if (!parsed.success) throw fail('UPDATE_MALFORMED', { problems: problemsOf(parsed.error) });
  return { ...parsed.data, modifiedAt: parsed.data.modifiedAt ?? parsed.data.receivedAt };
}

/** `path: message` of each problem, with JSON pointers (RFC 6901). */
export function problemsOf(error: z.ZodError): { pointer: string; detail: string }[] {
  return error.issues.map((issue) => ({ pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), detail: issue.message }));
}
