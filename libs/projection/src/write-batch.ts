import { VIEW_VERSION } from '@docketwire/case';
import { foldName } from '@docketwire/kernel';
import type { CaseView } from '@docketwire/case';
import type { EntityManager } from 'typeorm';
import { isAccusation, isAccused } from './book.js';
import type { OpenCase } from './book.js';
import type { FeedEntry, Folded, RecordedSet } from './fold-records.js';

/** Postgres channel on which the feed's last number is told when it has grown. */
export const FEED_CHANNEL = 'feed';

/** A record as it is kept when it broke: bytes in base64, to be driven again or shown. */
export type ParkedRecord = Readonly<{
  topic: string; partition: number; offset: number; eventId: string; caseId: string | null; reason: string;
  record: Readonly<{ key: string | null; value: string | null; headers: Readonly<Record<string, string>> }>;
}>;

/** One set-based statement a table; a batch that is told twice writes nothing twice. */
export async function writeBatch(tx: EntityManager, { sets, changed, counted }: Folded): Promise<void> {
  if (sets.length > 0) await tx.query(INSERT_SETS, [JSON.stringify(sets.map(setRow))]);
  if (changed.size > 0) await writeCases(tx, [...changed]);
  const onlyCounted = [...counted].filter((open) => !changed.has(open));
  if (onlyCounted.length > 0) await tx.query(COUNT_ARTICLES, [onlyCounted.map(({ caseId }) => caseId), onlyCounted.map(({ ledger }) => ledger.size)]);
}

export async function park(tx: EntityManager, parked: readonly ParkedRecord[], at: Date): Promise<void> {
  if (parked.length === 0) return;
  const rows = parked.map(({ eventId, caseId, ...rest }) => ({ ...rest, event_id: eventId, case_id: caseId, parked_at: at.toISOString() }));
  await tx.query(INSERT_PARKED, [JSON.stringify(rows)]);
}

/**
 * Gives changes their numbers. The counter's row is locked from here to the commit, so numbers follow the order of
 * commits and have no holes: a sequence would let a reader pass a number whose transaction commits later.
 */
export async function appendToFeed(tx: EntityManager, entries: readonly FeedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ change, accused }, place) => ({ place: place + 1, id: change.id, case_id: change.case, kind: change.kind, accused, known_at: change.knownAt, body: change }));
  await tx.query(APPEND, [JSON.stringify(rows), rows.length]);
}

async function writeCases(tx: EntityManager, cases: readonly OpenCase[]): Promise<void> {
  const views = cases.map((open) => ({ open, view: open.ledger.view() }));
  await tx.query(UPSERT_CASES, [JSON.stringify(views.map(caseRow))]);
  await tx.query(CLEAR_DEFENDANTS, [cases.map(({ caseId }) => caseId)]);
  await tx.query(INSERT_DEFENDANTS, [JSON.stringify(views.flatMap(({ view }) => defendantRows(view)))]);
}

function setRow({ caseId, set, known, eventId }: RecordedSet) {
  return { case_id: caseId, article: set.article, assignment: set.assignment, content_hash: set.contentHash, known_from: new Date(known).toISOString(), event_id: eventId, body: set };
}

function caseRow({ open, view }: { open: OpenCase; view: CaseView }) {
  return {
    case_id: open.caseId, version: open.version, view_version: VIEW_VERSION, state: view.state, accused: isAccused(view), alias_of: open.aliasOf,
    articles: open.ledger.size, opened_at: new Date(open.openedAt).toISOString(), changed_at: new Date(open.changedAt).toISOString(), view,
  };
}

function defendantRows({ id, defendants, charges }: CaseView) {
  return defendants.map((defendant) => ({
    case_id: id, defendant_id: defendant.id, name: defendant.name, name_folded: foldName(defendant.name), status: defendant.status,
    accused: charges.some((charge) => charge.defendant === defendant.id && isAccusation(charge.status)),
  }));
}

const INSERT_SETS = `
  insert into proj_v1.assertion_set (case_id, article, assignment, content_hash, known_from, event_id, body)
  select * from jsonb_to_recordset($1::jsonb) as r (case_id uuid, article text, assignment integer, content_hash text, known_from timestamptz, event_id text, body jsonb)
  on conflict do nothing`;

const UPSERT_CASES = `
  insert into proj_v1.case_state as present (case_id, version, view_version, state, accused, alias_of, articles, opened_at, changed_at, view)
  select * from jsonb_to_recordset($1::jsonb) as r (case_id uuid, version integer, view_version integer, state text, accused boolean, alias_of uuid,
    articles integer, opened_at timestamptz, changed_at timestamptz, view jsonb)
  on conflict (case_id) do update set version = excluded.version, view_version = excluded.view_version, state = excluded.state, accused = excluded.accused,
    alias_of = excluded.alias_of, articles = excluded.articles, changed_at = excluded.changed_at, view = excluded.view
  where present.version < excluded.version`;

const COUNT_ARTICLES = `
  update proj_v1.case_state set articles = counted.articles from unnest($1::uuid[], $2::integer[]) as counted (case_id, articles)
  where case_state.case_id = counted.case_id and case_state.articles <> counted.articles`;

const CLEAR_DEFENDANTS = 'delete from proj_v1.case_defendant where case_id = any($1)';

const INSERT_DEFENDANTS = `
  insert into proj_v1.case_defendant (case_id, defendant_id, name, name_folded, status, accused)
  select * from jsonb_to_recordset($1::jsonb) as r (case_id uuid, defendant_id text, name text, name_folded text, status text, accused boolean)`;

const INSERT_PARKED = `
  insert into ops.parked_event (topic, partition, "offset", event_id, case_id, reason, record, parked_at)
  select * from jsonb_to_recordset($1::jsonb) as r (topic text, partition integer, "offset" bigint, event_id text, case_id uuid, reason text, record jsonb, parked_at timestamptz)
  on conflict do nothing`;

const APPEND = `
  with counter as (update feed.counter set last_seq = last_seq + $2 returning last_seq),
  appended as (
    insert into feed.change (seq, id, case_id, kind, accused, known_at, body)
    select counter.last_seq - $2 + r.place, r.id, r.case_id, r.kind, r.accused, r.known_at, r.body
    from counter, jsonb_to_recordset($1::jsonb) as r (place integer, id uuid, case_id uuid, kind text, accused boolean, known_at timestamptz, body jsonb)
    returning 1)
  select pg_notify('${FEED_CHANNEL}', counter.last_seq::text) from counter`;
