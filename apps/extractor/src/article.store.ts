import type { Mention } from '@docketwire/identity';
import { nameKeys } from '@docketwire/identity';
import { fail } from '@docketwire/kernel';
import type { EntityManager } from 'typeorm';
import { newRow } from './article-row.js';
import type { ArticleRow, Body, Gate } from './article-row.js';
import type { Reading } from './reading.js';

type StoredRow = { article: string; body: Body | null; gate: Gate | null; assignment: number; case_id: string | null; extractor_version: number };

/** A mention with the key that the article's own reading knows the defendant by. */
export type StoredMention = Mention & Readonly<{ localKey: string }>;

/** The article's row, locked until the transaction ends. Throws EXTRACTOR_OUTDATED where a newer extractor wrote it. */
export async function lockArticle(tx: EntityManager, article: string, extractorVersion: number): Promise<ArticleRow> {
  const rows: StoredRow[] = await tx.query('select * from extract.article where article = $1 for update', [article]);
  const [row] = rows;
  if (!row) return newRow(article, extractorVersion);
  if (row.extractor_version > extractorVersion) throw fail('EXTRACTOR_OUTDATED', { article, recordedBy: row.extractor_version, thisOne: extractorVersion });
  return rowFrom(row);
}

export async function lockArticlesOfCase(tx: EntityManager, caseId: string): Promise<ArticleRow[]> {
  const rows: StoredRow[] = await tx.query('select * from extract.article where case_id = $1 order by article for update', [caseId]);
  return rows.map(rowFrom);
}

export async function saveArticle(tx: EntityManager, row: ArticleRow): Promise<void> {
  await tx.query(
    `insert into extract.article (article, body, gate, assignment, case_id, extractor_version) values ($1, $2, $3, $4, $5, $6)
     on conflict (article) do update set body = excluded.body, gate = excluded.gate, assignment = excluded.assignment,
       case_id = excluded.case_id, extractor_version = excluded.extractor_version`,
    [row.article, row.body, row.gate, row.assignment, row.caseId, row.extractorVersion],
  );
}

export async function saveReading(tx: EntityManager, article: string, reading: Reading): Promise<void> {
  await tx.query(
    `insert into extract.article_body (article, reading) values ($1, $2) on conflict (article) do update set reading = excluded.reading`,
    [article, JSON.stringify(reading)],
  );
}

export async function loadReading(tx: EntityManager, article: string): Promise<Reading> {
  const rows: { reading: Reading }[] = await tx.query('select reading from extract.article_body where article = $1', [article]);
  const [row] = rows;
  if (!row) throw new Error(`${article} has a body and no reading`);
  return row.reading;
}

type StoredMentionRow = { article: string; case_id: string; defendant_id: string; local_key: string; name: string; offences: string[]; case_reference: string | null };

/** Mentions in other articles that share a word of a name, or the case reference. */
export async function findMentions(tx: EntityManager, sought: { article: string; names: readonly string[]; caseReference: string | null }): Promise<StoredMention[]> {
  const rows: StoredMentionRow[] = await tx.query(
    'select * from extract.mention where article <> $1 and (name_keys && $2 or case_reference = $3) order by case_id, article, local_key',
    [sought.article, sought.names.flatMap(nameKeys), sought.caseReference],
  );
  return rows.map(mentionFrom);
}

export async function mentionsWhere(tx: EntityManager, column: 'case_id' | 'article', value: string): Promise<StoredMention[]> {
  const rows: StoredMentionRow[] = await tx.query(`select * from extract.mention where ${column} = $1 order by article, local_key`, [value]);
  return rows.map(mentionFrom);
}

/** Puts the mentions of one article in place of those it had. */
export async function replaceMentions(tx: EntityManager, article: string, mentions: readonly StoredMention[]): Promise<void> {
  await tx.query('delete from extract.mention where article = $1', [article]);
  for (const { caseId, defendantId, localKey, name, offences, caseReference } of mentions) {
    await tx.query(
      `insert into extract.mention (article, case_id, defendant_id, local_key, name, name_keys, offences, case_reference) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [article, caseId, defendantId, localKey, name, nameKeys(name), offences, caseReference],
    );
  }
}

export async function openCase(tx: EntityManager, caseId: string): Promise<void> {
  await tx.query('insert into extract.case (case_id) values ($1) on conflict do nothing', [caseId]);
}

export async function aliasCase(tx: EntityManager, caseId: string, into: string): Promise<void> {
  await tx.query('update extract.case set alias_of = $2 where case_id = $1 or alias_of = $1', [caseId, into]);
}

/** The given cases, the one that was opened first at the head. */
export async function byAge(tx: EntityManager, caseIds: readonly string[]): Promise<string[]> {
  const rows: { case_id: string }[] = await tx.query('select case_id from extract.case where case_id = any($1) order by opened', [caseIds]);
  return rows.map((row) => row.case_id);
}

/**
 * Holds back every other instance that reads about a person of one of these names until the transaction ends, so that
 * two articles on one new case make one case. In sorted order, and before any row is locked: nobody waits in a ring.
 */
export async function lockNames(tx: EntityManager, keys: readonly string[]): Promise<void> {
  for (const key of [...new Set(keys)].toSorted()) await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`docketwire:${key}`]);
}

function rowFrom(row: StoredRow): ArticleRow {
  const { article, body, gate, assignment, case_id: caseId, extractor_version: extractorVersion } = row;
  return { article, body, gate, assignment, caseId, extractorVersion };
}

function mentionFrom(row: StoredMentionRow): StoredMention {
  const { article, case_id: caseId, defendant_id: defendantId, local_key: localKey, name, offences, case_reference: caseReference } = row;
  return { article, caseId, defendantId, localKey, name, offences, caseReference };
}
