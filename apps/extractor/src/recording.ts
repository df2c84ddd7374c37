import { CASE_ASSERTIONS, articleKey, caseAliasedEvent, encodeEvent, extractionRecordedEvent } from '@docketwire/contracts';
import type { ArticleUpdate, Envelope } from '@docketwire/contracts';
import { nameKeys } from '@docketwire/identity';
import type { EntityManager } from 'typeorm';
import { takeUpdate } from './article-row.js';
import type { ArticleRow } from './article-row.js';
import { aliasCase, loadReading, lockArticle, lockArticlesOfCase, lockNames, mentionsWhere, replaceMentions, saveArticle, saveReading } from './article.store.js';
import type { StoredMention } from './article.store.js';
import { chooseCase, defendantIds, standsAlone } from './case-choice.js';
import { accusedIn, assertionSet } from './reading.js';
import type { Reading } from './reading.js';

/** An update and what its text was found to say; a hold, release or retraction has no reading. */
export type ReadUpdate = Readonly<{ update: ArticleUpdate; reading: Reading | null; traceparent: string | undefined }>;

type Recording = Readonly<{ tx: EntityManager; extractorVersion: number }>;
type Article = Readonly<{ row: ArticleRow; reading: Reading; time: string; traceparent?: string | undefined }>;

/** Records a batch of updates: settles each article's row, decides its case, and puts what is to be published into the outbox. */
export async function record(recording: Recording, updates: readonly ReadUpdate[]): Promise<void> {
  await lockNames(recording.tx, updates.flatMap(keysOf));
  for (const update of updates) await recordOne(recording, update);
}

function keysOf({ update, reading }: ReadUpdate): string[] {
  const names = reading ? accusedIn(reading).flatMap(({ name }) => nameKeys(name)) : [];
  return update.caseReference === null ? [...names] : [...names, `reference:${update.caseReference}`];
}

async function recordOne({ tx, extractorVersion }: Recording, { update, reading: read, traceparent }: ReadUpdate): Promise<void> {
  const before = await lockArticle(tx, articleKey(update), extractorVersion);
  const taken = takeUpdate(before, update);
  if (taken === before) return;
  const row = { ...taken, assignment: before.assignment + (taken.body ? 1 : 0), extractorVersion };
  // The row first: what follows refers to it.
  await saveArticle(tx, row);
  if (!row.body) return;
  const fresh = row.body === before.body ? null : read;
  if (fresh) await saveReading(tx, row.article, fresh);
  const reading = fresh ?? (await loadReading(tx, row.article));
  await assign(tx, { row, reading, time: update.receivedAt, traceparent }, fresh !== null);
}

/** Publishes to every case in old ∪ new: the full set here, an empty one where the article no longer belongs. */
async function assign(tx: EntityManager, article: Article, isNew: boolean): Promise<void> {
  const { row } = article;
  const choice = isNew ? await chooseCase(tx, row, article.reading) : { caseId: row.caseId, absorbed: [] };
  for (const other of choice.absorbed) if (choice.caseId) await moveCase(tx, { ...article, row: { ...row, caseId: choice.caseId } }, other);
  const settled = { ...article, row: { ...row, caseId: choice.caseId } };
  if (isNew) await mention(tx, settled);
  await saveArticle(tx, settled.row);
  if (choice.caseId) await publishSet(tx, settled, choice.caseId);
  if (row.caseId && row.caseId !== choice.caseId) await leave(tx, settled, row.caseId);
}

/** The case that an article left forgets it; where it was the only one, the old id leads to the new case. */
async function leave(tx: EntityManager, article: Article, left: string): Promise<void> {
  const { caseId } = article.row;
  await publishSet(tx, article, left);
  if (caseId && (await standsAlone(tx, article.row, left))) await leadOn(tx, { caseId: left, into: caseId, time: article.time });
}

async function leadOn(tx: EntityManager, alias: { caseId: string; into: string; time: string }): Promise<void> {
  await aliasCase(tx, alias.caseId, alias.into);
  await publish(tx, alias.caseId, caseAliasedEvent(alias));
}

/** Everything of one case becomes part of the article's: each of its articles moves, and the old id leads to the new one. */
async function moveCase(tx: EntityManager, cause: Article, from: string): Promise<void> {
  const into = cause.row.caseId ?? from;
  for (const old of await lockArticlesOfCase(tx, from)) if (old.article !== cause.row.article) await moveArticle(tx, cause, old);
  await leadOn(tx, { caseId: from, into, time: cause.time });
}

async function moveArticle(tx: EntityManager, cause: Article, old: ArticleRow): Promise<void> {
  const row = { ...old, assignment: old.assignment + 1, caseId: cause.row.caseId };
  const moved = { ...cause, row, reading: await loadReading(tx, row.article) };
  await saveArticle(tx, row);
  await mention(tx, moved);
  for (const caseId of [row.caseId, old.caseId]) if (caseId) await publishSet(tx, moved, caseId);
}

/** Gives the article's defendants their ids in its case, and lets later articles find them. */
async function mention(tx: EntityManager, { row, reading }: Article): Promise<void> {
  const { article, caseId, body } = row;
  if (!caseId) return replaceMentions(tx, article, []);
  const accused = accusedIn(reading);
  const others = (await mentionsWhere(tx, 'case_id', caseId)).filter((other) => other.article !== article);
  const ids = defendantIds(caseId, accused, others);
  const mentions = accused.map(({ key, name, offences }): StoredMention => ({
    article, caseId, defendantId: ids.get(key) ?? key, localKey: key, name, offences, caseReference: body?.caseReference ?? null,
  }));
  await replaceMentions(tx, article, mentions);
}

async function publishSet(tx: EntityManager, { row, reading, time, traceparent }: Article, caseId: string): Promise<void> {
  const here = row.caseId === caseId;
  const ids = new Map((await mentionsWhere(tx, 'article', row.article)).map(({ localKey, defendantId }) => [localKey, defendantId]));
  const set = assertionSet({ row, reading, ids, here });
  await publish(tx, caseId, extractionRecordedEvent({ caseId, set, extractorVersion: row.extractorVersion, movedTo: here ? null : row.caseId, time, traceparent }));
}

async function publish(tx: EntityManager, caseId: string, event: Envelope<unknown>): Promise<void> {
  await tx.query('insert into extract.outbox (topic, record) values ($1, $2)', [CASE_ASSERTIONS.name, encodeEvent(caseId, event)]);
}
