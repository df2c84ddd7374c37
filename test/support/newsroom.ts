import { readFileSync } from 'node:fs';
import { ArticleUpdateRequest, articleUpdateEvent } from '@docketwire/contracts';
import type { ArticleUpdate, Envelope } from '@docketwire/contracts';
import { parseArticle, updateOf } from '../../apps/cli/src/article.ts';

export type ExpectedStatus = Readonly<{ on: string; defendant: string; status: string; batch: number }>;
export type ExpectedCharge = Readonly<{ on: string; charge: string; status: string; plea?: string; refile?: string; announcedOn?: string; occurredOn?: string; appeal?: string; batch: number; why: string }>;

type Newsroom = Readonly<{
  defendants: Readonly<Record<string, { name: string }>>;
  charges: Readonly<Record<string, { defendant: string; offence: string; refiles?: string }>>;
  bystanders: readonly string[];
  expect: readonly ExpectedStatus[];
  alsoExpect: readonly ExpectedCharge[];
  publishOrder: Readonly<Record<string, readonly string[]>>;
}>;

/** The sample newsroom that `npm start` publishes. */
export const NEWSROOM = JSON.parse(readFileSync('infra/newsroom/newsroom.json', 'utf8')) as Newsroom;

/** The events of a batch in the order in which they are published, with its repetitions. */
export function newsroomEvents(batch: 1 | 2): Envelope<ArticleUpdate>[] {
  return (NEWSROOM.publishOrder[batch] ?? []).map((name, place) => {
    const update = updateOf(parseArticle(readFileSync(`infra/newsroom/articles/${name}.md`, 'utf8')));
    return articleUpdateEvent(ArticleUpdateRequest.parse(update), new Date(Date.UTC(2025, 0, 1, 0, place)).toISOString());
  });
}
