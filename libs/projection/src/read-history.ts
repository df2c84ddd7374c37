import type { KnownSet } from '@docketwire/case';
import type { StatusChange } from '@docketwire/contracts';
import type { DataSource } from 'typeorm';

type SetRow = { body: KnownSet['set']; knownFrom: Date };

/** Every set ever recorded of a case and known by an instant (now without one), in the order in which they became known. */
export async function findKnownSets(db: DataSource, caseId: string, knownAt: string | null): Promise<readonly KnownSet[]> {
  const rows = await db.query<SetRow[]>(
    `select body, known_from as "knownFrom" from proj_v1.assertion_set
     where case_id = $1 and ($2::timestamptz is null or known_from <= $2)
     order by known_from, article, assignment, content_hash collate "C"`,
    [caseId, knownAt],
  );
  return rows.map(knownSet);
}

type Revised = Readonly<{ caseId: string; knownAt: string | null; limit: number }>;

/** The same of articles alone that spoke more than once: only they can have taken something back. The latest `limit` of them. */
export async function findRevisedSets(db: DataSource, { caseId, knownAt, limit }: Revised): Promise<readonly KnownSet[]> {
  const rows = await db.query<SetRow[]>(
    `select body, known_from as "knownFrom" from proj_v1.assertion_set a
     where a.case_id = $1 and ($2::timestamptz is null or known_from <= $2) and a.article in (
       select article from proj_v1.assertion_set where case_id = $1 and ($2::timestamptz is null or known_from <= $2)
       group by article having count(*) > 1 order by max(known_from) desc limit $3)
     order by known_from, article, assignment, content_hash collate "C"`,
    [caseId, knownAt, limit],
  );
  return rows.map(knownSet);
}

export type RecordedChanges = Readonly<{ version: number; known: string; changes: readonly StatusChange[] }>;

type Stretch = Readonly<{ caseId: string; knownAt: string | null; after: number; limit: number }>;

/** What each record changed of one case, in the order in which they became known: a record is never cut in two. */
export async function readCaseRecords(db: DataSource, { caseId, knownAt, after, limit }: Stretch): Promise<readonly RecordedChanges[]> {
  const rows = await db.query<{ seq: string; epoch: string; body: Omit<StatusChange, 'seq' | 'epoch'> }[]>(
    `with records as (
       select (body ->> 'caseVersion')::integer as version, min(seq) as first from feed.change
       where case_id = $1 and seq > $3 and ($2::timestamptz is null or known_at <= $2)
       group by 1 order by 2 limit $4)
     select f.seq, f.body, (select epoch from feed.counter) as epoch
     from feed.change f join records on (f.body ->> 'caseVersion')::integer = records.version
     where f.case_id = $1 and f.seq > $3
     order by f.seq`,
    [caseId, knownAt, after, limit],
  );
  const changes = rows.map(({ seq, epoch, body }): StatusChange => ({ seq: Number(seq), epoch, ...body }));
  return [...Map.groupBy(changes, ({ caseVersion }) => caseVersion)].map(([version, told]) => ({ version, known: told[0]?.knownAt ?? '', changes: told }));
}

function knownSet({ body, knownFrom }: SetRow): KnownSet {
  return { set: body, knownFrom: knownFrom.getTime() };
}
