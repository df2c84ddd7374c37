import { casesOf, sameName } from '@docketwire/identity';
import type { Mention } from '@docketwire/identity';
import { foldName, uuid5 } from '@docketwire/kernel';
import type { EntityManager } from 'typeorm';
import type { ArticleRow } from './article-row.js';
import { byAge, findMentions, mentionsWhere, openCase } from './article.store.js';
import { accusedIn } from './reading.js';
import type { Reading } from './reading.js';

/** The case an article belongs to, and the cases that turn out to be the same one. Null: the article names nobody accused. */
export type Choice = Readonly<{ caseId: string | null; absorbed: readonly string[] }>;

type Accused = Readonly<{ key: string; name: string; offences: readonly string[] }>;

/** Decides which case an article is about. Call it with the names locked: it looks again at what is there. */
export async function chooseCase(tx: EntityManager, row: ArticleRow, reading: Reading): Promise<Choice> {
  const defendants = accusedIn(reading);
  if (defendants.length === 0) return { caseId: null, absorbed: [] };
  const caseReference = row.body?.caseReference ?? null;
  const others = await findMentions(tx, { article: row.article, names: defendants.map(({ name }) => name), caseReference });
  const [oldest, ...absorbed] = await byAge(tx, casesOf({ caseReference, defendants }, others));
  return { caseId: oldest ?? (await ownCase(tx, row)), absorbed };
}

/** The case that no other article is about: an article that was alone in its case keeps it, whatever its new revision says. */
async function ownCase(tx: EntityManager, row: ArticleRow): Promise<string> {
  if (row.caseId && (await standsAlone(tx, row, row.caseId))) return row.caseId;
  // From the article and its counter, so that a batch that is tried again opens the same case.
  const caseId = uuid5('case', row.article, row.assignment);
  await openCase(tx, caseId);
  return caseId;
}

export async function standsAlone(tx: EntityManager, row: ArticleRow, caseId: string): Promise<boolean> {
  return (await mentionsWhere(tx, 'case_id', caseId)).every(({ article }) => article === row.article);
}

/** Ids of an article's defendants in a case: those that others of the case have for the same name, else new ones. */
export function defendantIds(caseId: string, accused: readonly Accused[], others: readonly Mention[]): ReadonlyMap<string, string> {
  return new Map(
    accused.map(({ key, name }) => {
      const exact = others.find((other) => foldName(other.name) === foldName(name));
      const alike = exact ?? others.find((other) => sameName(other.name, name));
      return [key, alike?.defendantId ?? uuid5(caseId, 'defendant', foldName(name))];
    }),
  );
}
