import { foldName } from '@docketwire/kernel';
import type { AssertionSet, CaseStateName, CaseView, ChargeStatus } from '@docketwire/case';
import type { DataSource } from 'typeorm';

/** What a reader needs to know before the heavy work: whether the case is there, and whether it changed. */
export type CaseHead = Readonly<{
  caseId: string;
  version: number;
  viewVersion: number;
  /** The case that this one was merged into. */
  aliasOf: string | null;
  /** Number of the case's last change in the feed; 0 where it has none. */
  lastSeq: number;
  epoch: string;
  /** A record about it is parked: something may be missing. */
  updatesPending: boolean;
}>;

export type StoredCase = CaseHead &
  Readonly<{
    state: CaseStateName;
    accused: boolean;
    /** Defendants somebody has accused in court. */
    accusedDefendants: readonly string[];
    articles: number;
    openedAt: Date;
    changedAt: Date;
    view: CaseView;
  }>;

/** A place in the list of cases. Microseconds, since Postgres keeps them and a Date does not. */
export type CasePlace = Readonly<{ changedAtMicros: string; caseId: string }>;

export type CaseFilter = Readonly<{
  name?: string | undefined;
  status?: ChargeStatus | undefined;
  changedSince?: string | undefined;
  includePreCharge: boolean;
  after: CasePlace | null;
  limit: number;
}>;

const HEAD = `
  s.case_id as "caseId", s.version, s.view_version as "viewVersion", s.alias_of as "aliasOf",
  coalesce((select max(seq) from feed.change f where f.case_id = s.case_id), 0)::float8 as "lastSeq",
  (select epoch from feed.counter) as epoch,
  exists (select from ops.parked_event p where p.case_id = s.case_id) as "updatesPending"`;

/** A whole case (`s`), as a reader gets it. */
export const CASE_BODY = `${HEAD},
  s.state, s.accused, s.articles, s.opened_at as "openedAt", s.changed_at as "changedAt", s.view,
  array(select d.defendant_id from proj_v1.case_defendant d where d.case_id = s.case_id and d.accused) as "accusedDefendants"`;

export async function findCaseHead(db: DataSource, caseId: string): Promise<CaseHead | null> {
  const [head] = await db.query<CaseHead[]>(`select ${HEAD} from proj_v1.case_state s where s.case_id = $1`, [caseId]);
  return head ?? null;
}

/** The case and the number of its last change, of one moment: a stream that goes on from there misses nothing. */
export async function findCase(db: DataSource, caseId: string): Promise<StoredCase | null> {
  const [stored] = await db.query<StoredCase[]>(`select ${CASE_BODY} from proj_v1.case_state s where s.case_id = $1`, [caseId]);
  return stored ?? null;
}

/** The latest change first. A case that changes during a walk over the pages moves to the front: the feed tells of it. */
export async function listCases(db: DataSource, filter: CaseFilter): Promise<readonly (StoredCase & CasePlace)[]> {
  const { name, status, changedSince, includePreCharge, after, limit } = filter;
  const words = name === undefined ? null : namePatterns(name);
  return db.query<(StoredCase & CasePlace)[]>(
    `select ${CASE_BODY}, ${PLACE}
     from proj_v1.case_state s
     where s.alias_of is null
       and ($1 or s.accused)
       and ($2::timestamptz is null or s.changed_at >= $2)
       and (($3::text[] is null and $4::text is null) or exists (
         select from proj_v1.case_defendant d
         where d.case_id = s.case_id and ($1 or d.accused)
           and ($3::text[] is null or ${isNamed('$3')})
           and ($4::text is null or d.status = $4)))
       and ${fromPlace('$5', '$6')}
     order by s.changed_at desc, s.case_id
     limit $7`,
    [includePreCharge, changedSince ?? null, words, status ?? null, after?.changedAtMicros ?? null, after?.caseId ?? null, limit],
  );
}

/** Each word begins a word of the name. A name without a letter is nobody's: the empty pattern matches none. */
export function namePatterns(name: string): readonly string[] {
  const folded = foldName(name);
  return folded === '' ? [''] : folded.split(' ').map((word) => `% ${word}%`);
}

export const isNamed = (patterns: string): string => `(' ' || d.name_folded) like all (${patterns})`;

export const PLACE = '(extract(epoch from s.changed_at) * 1000000)::bigint::text as "changedAtMicros"';

/** Where the page before ended. */
export function fromPlace(micros: string, caseId: string): string {
  const moment = `timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`;
  return `(${micros}::bigint is null or s.changed_at < ${moment} or (s.changed_at = ${moment} and s.case_id > ${caseId}::uuid))`;
}

/** What every article said about the case last, as known at an instant (now without one). */
export async function findSets(db: DataSource, caseId: string, knownAt: string | null): Promise<readonly AssertionSet[]> {
  const rows = await db.query<{ body: AssertionSet }[]>(
    `select distinct on (article) body
     from proj_v1.assertion_set
     where case_id = $1 and ($2::timestamptz is null or known_from <= $2)
     order by article, assignment desc, content_hash collate "C" desc`,
    [caseId, knownAt],
  );
  return rows.map(({ body }) => body);
}
