/** A topic as it is created; `retentionMs` -1 keeps for ever. The partition count may never change in place: keys would move. */
export type Topic = Readonly<{ name: string; partitions: number; retentionMs: number }>;

const DAY_MS = 86_400_000;
const PARTITIONS = 12;

/** Every article update, as received. Key: `source/articleId`. */
export const ARTICLE_UPDATES: Topic = { name: 'news.article-updates.v1', partitions: PARTITIONS, retentionMs: 30 * DAY_MS };
/** What articles say about cases: the event-sourced log. Key: case id. */
export const CASE_ASSERTIONS: Topic = { name: 'cases.assertions.v1', partitions: PARTITIONS, retentionMs: -1 };
/** The public change feed. Key: case id. */
export const STATUS_CHANGES: Topic = { name: 'cases.status-changes.v1', partitions: PARTITIONS, retentionMs: 90 * DAY_MS };

/** Where records go that could not even be decoded, bytes untouched, the reason in headers. */
export function deadLetters(topic: string): Topic {
  return { name: `${topic}.dlq`, partitions: 1, retentionMs: 30 * DAY_MS };
}

export const TOPICS: readonly Topic[] = [
  ARTICLE_UPDATES,
  CASE_ASSERTIONS,
  STATUS_CHANGES,
  deadLetters(ARTICLE_UPDATES.name),
  deadLetters(CASE_ASSERTIONS.name),
];
