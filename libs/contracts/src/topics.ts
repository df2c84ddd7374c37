/** A topic as it is created; `retentionMs` -1 keeps for ever. The partition count may never change in place: keys would move. */
export type Topic = Readonly<{
  name: string;
  partitions: number;
  retentionMs: number;
  /** `compact` keeps the last record of each key, and gives the ones before at most `maxLagMs`; by age where it is left out. */
  cleanup?: Readonly<{ policy: 'compact'; maxLagMs: number }>;
  /** The longest batch, where it is not the broker's own limit. */
  maxBytes?: number;
}>;

const DAY_MS = 86_400_000;
const PARTITIONS = 12;

/** Every article update, as received. Key: `source/articleId`. */
export const ARTICLE_UPDATES: Topic = { name: 'news.article-updates.v1', partitions: PARTITIONS, retentionMs: 30 * DAY_MS };
/** What articles say about cases: the event-sourced log. Key: case id. */
export const CASE_ASSERTIONS: Topic = { name: 'cases.assertions.v1', partitions: PARTITIONS, retentionMs: -1 };
/** The public change feed. Key: case id. */
export const STATUS_CHANGES: Topic = { name: 'cases.status-changes.v1', partitions: PARTITIONS, retentionMs: 90 * DAY_MS };

/** A letter is longer than its record, which may be as long as the broker takes (1,048,588 bytes unless set). */
const LETTER_BYTES = 2 * 1024 * 1024;

/** Where records go that could not even be decoded, bytes untouched, the reason in headers. */
export function deadLetters(topic: string): Topic {
  return { name: `${topic}.dlq`, partitions: 1, retentionMs: 30 * DAY_MS, maxBytes: LETTER_BYTES };
}

export const TOPICS: readonly Topic[] = [
  ARTICLE_UPDATES,
  CASE_ASSERTIONS,
  STATUS_CHANGES,
  deadLetters(ARTICLE_UPDATES.name),
  deadLetters(CASE_ASSERTIONS.name),
];
