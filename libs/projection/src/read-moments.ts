import type { AnomalyReason, AssertionSet, ChargeStatus } from '@docketwire/case';
import { CASE_ASSERTIONS, partitionOf } from '@docketwire/contracts';
import type { DataSource } from 'typeorm';
import { CASE_BODY, fromPlace, isNamed, PLACE, namePatterns } from './read-cases.js';
import type { CasePlace, StoredCase } from './read-cases.js';

/*
 * Reading the past: what stood on a day, what was known at an instant. The present is kept by the projector; any other
 * moment is computed by the reader from the recorded sets.
 */

/** The last change that had been told of a case by an instant: the past's own version, not today's. */
export type ToldBy = Readonly<{ caseId: string; version: number; seq: number; changedAt: Date }>;

export type Candidates = Readonly<{
  name?: string | undefined;
  /** Cases of which a charge may have had this status on some day, as they are known now. */
  passed?: ChargeStatus | undefined;
  /** Cases that were known by then. */
  openedBy: string | null;
  after: CasePlace | null;
  limit: number;
}>;

/**
 * Cases that may show what is asked for at some moment, the latest change first: no fewer than do.
 *
 * A status of some past day is one that a charge has been through, or some step was refused: seen from that day a vague
 * step had not happened yet, and what it forbids today may have been allowed. 1,800 invented cases had none such;
 * the condition costs little and leaves nothing to chance.
 */
export async function listCandidates(db: DataSource, { name, passed, openedBy, after, limit }: Candidates): Promise<readonly (StoredCase & CasePlace)[]> {
  return db.query<(StoredCase & CasePlace)[]>(
    `select ${CASE_BODY}, ${PLACE}
     from proj_v1.case_state s
     where s.alias_of is null
       and ($1::timestamptz is null or s.opened_at <= $1)
       and ($2::text[] is null or exists (select from proj_v1.case_defendant d where d.case_id = s.case_id and ${isNamed('$2')}))
       ${passed === undefined ? 'and $3::text[] is null' : `and ${PASSED} ?| $3`}
       and ${fromPlace('$4', '$5')}
     order by s.changed_at desc, s.case_id
     limit $6`,
    [openedBy, name === undefined ? null : namePatterns(name), passed === undefined ? null : [passed, ...REFUSED], after?.changedAtMicros ?? null, after?.caseId ?? null, limit],
  );
}

const REFUSED: readonly AnomalyReason[] = ['not_allowed', 'barred', 'contradicts'];

/** In the words of the index `case_state_passed`. */
export const PASSED = `(jsonb_path_query_array(s.view, '$.charges[*].steps[*].to') || jsonb_path_query_array(s.view, '$.anomalies[*].why'))`;

/** The winning sets of several cases, as known at an instant (now without one). */
export async function findSetsOf(db: DataSource, caseIds: readonly string[], knownAt: string | null): Promise<ReadonlyMap<string, readonly AssertionSet[]>> {
  const rows = await db.query<{ caseId: string; body: AssertionSet }[]>(
    `select distinct on (case_id, article) case_id as "caseId", body
     from proj_v1.assertion_set
     where case_id = any($1) and ($2::timestamptz is null or known_from <= $2)
     order by case_id, article, assignment desc, content_hash collate "C" desc`,
    [caseIds, knownAt],
  );
  return new Map([...Map.groupBy(rows, ({ caseId }) => caseId)].map(([caseId, sets]) => [caseId, sets.map(({ body }) => body)]));
}

export async function findToldBy(db: DataSource, caseIds: readonly string[], knownAt: string): Promise<ReadonlyMap<string, ToldBy>> {
  const rows = await db.query<ToldBy[]>(
    `select last.* from unnest($1::uuid[]) as asked (case_id)
     cross join lateral (
       select f.case_id as "caseId", (f.body ->> 'caseVersion')::integer as version, f.seq::float8 as seq, f.known_at as "changedAt"
       from feed.change f where f.case_id = asked.case_id and f.known_at <= $2 order by f.seq desc limit 1) last`,
    [caseIds, knownAt],
  );
  return new Map(rows.map((row) => [row.caseId, row]));
}

/**
 * Whether what was known of a case at an instant can no longer change: its partition has been applied beyond it, and
 * nothing waits that could still be recorded as known by then.
 *
 * The case's own partition, not the slowest of all: a record of the case can only come there, with a `known` that is
 * never below the partition's last, and an idle partition elsewhere would hold back every answer for ever.
 */
export async function isSettled(db: DataSource, caseId: string, knownAt: string): Promise<boolean> {
  const partition = partitionOf(caseId, CASE_ASSERTIONS.partitions);
  const [row] = await db.query<{ settled: boolean }[]>(
    `select coalesce((select $4::timestamptz < known from proj_v1.projection_offset where topic = $2 and partition = $3), false)
       and not exists (select from ops.parked_event p where p.case_id = $1 or (p.case_id is null and p.topic = $2 and p.partition = $3)) as settled`,
    [caseId, CASE_ASSERTIONS.name, partition, knownAt],
  );
  return row?.settled ?? false;
}

/** When the case was merged into another one; null where the feed does not tell. */
export async function findMergedAt(db: DataSource, caseId: string): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }[]>(`select min(known_at) as at from feed.change where case_id = $1 and kind = 'merged'`, [caseId]);
  return row?.at ?? null;
}
