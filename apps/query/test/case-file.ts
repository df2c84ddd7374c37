import { view } from '@docketwire/case';
import type { AssertionSet, CaseView } from '@docketwire/case';
import type { StatusChange, UnnumberedChange } from '@docketwire/contracts';
import { foldName, uuid5 } from '@docketwire/kernel';

import type { DataSource, EntityManager } from 'typeorm';

type CaseFile = Readonly<{
  id: string;
  sets: readonly AssertionSet[];
  /** When each set came to be known, the last one for the rest. */
  knownFrom?: readonly string[];
  version?: number;
  changedAt?: string;
  aliasOf?: string;
  accused?: boolean;
}>;

const KNOWN = '2023-05-01T00:00:00.000Z';
const PRE_CHARGE = ['under_investigation', 'arrested', 'declined'];

export const caseId = (name: string | number): string => uuid5('spec case', name);

/** Puts a case into the tables as the projector leaves it. */
export async function fileCase(db: DataSource, { id, sets, knownFrom = [KNOWN], version = 1, changedAt = KNOWN, aliasOf, accused }: CaseFile): Promise<CaseView> {
  const seen = view(id, sets);
  const accusedIds = accused === undefined ? accusedOf(seen) : seen.defendants.filter(() => accused).map((each) => each.id);
  await db.query('delete from proj_v1.case_state where case_id = $1', [id]);
  await db.query(
    `insert into proj_v1.case_state (case_id, version, view_version, state, accused, alias_of, articles, opened_at, changed_at, view)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $7, $8)`,
    [id, version, seen.state, accusedIds.length > 0, aliasOf ?? null, sets.length, changedAt, JSON.stringify(seen)],
  );
  for (const { id: defendant, name, status } of seen.defendants) {
    await db.query('insert into proj_v1.case_defendant values ($1, $2, $3, $4, $5, $6)', [id, defendant, name, foldName(name), status, accusedIds.includes(defendant)]);
  }
  for (const [place, set] of sets.entries()) {
    const known = knownFrom[Math.min(place, knownFrom.length - 1)];
    await db.query('insert into proj_v1.assertion_set values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing', [id, set.article, set.assignment, set.contentHash, known, uuid5(set.article, set.assignment, id), JSON.stringify(set)]);
  }
  return seen;
}

/** Adds changes to the feed as the projector does: numbered last in the transaction, and announced. */
export async function appendChanges(db: DataSource, changes: readonly UnnumberedChange[], accused = true): Promise<number> {
  return db.transaction(async (manager) => {
    const last = await advance(manager, changes.length);
    await manager.query(
      `insert into feed.change (seq, id, case_id, kind, accused, known_at, body)
       select $1::bigint + n, (body ->> 'id')::uuid, (body ->> 'case')::uuid, body ->> 'kind', $2, (body ->> 'knownAt')::timestamptz, body
       from jsonb_array_elements($3::jsonb) with ordinality as rows (body, n)`,
      [last - changes.length, accused, JSON.stringify(changes)],
    );
    await manager.query(`select pg_notify('feed', $1)`, [String(last)]);
    return last;
  });
}

type Told = Partial<Pick<UnnumberedChange, 'kind' | 'before' | 'after' | 'cause' | 'knownAt' | 'charge'>> & Readonly<{ case: string; n: number }>;

export function change({ n, ...told }: Told): UnnumberedChange {
  return {
    id: uuid5('spec change', told.case, n),
    caseVersion: 1,
    kind: 'advanced',
    knownAt: KNOWN,
    defendant: { id: 'd1', name: 'Dana Whitlock' },
    charge: { id: 'c1', offence: 'involuntary_manslaughter', previousId: null },
    before: null,
    after: summary('charged'),
    cause: { event: uuid5('spec cause', n), article: 'quay-gazette/1', revision: 1, news: 'new', title: 'A headline', url: null, source: 'quay-gazette', quote: null },
    ...told,
  };
}

export function summary(status: NonNullable<StatusChange['after']>['status'], since: string | null = null): NonNullable<StatusChange['after']> {
  return { status, since, realis: 'occurred', plea: 'none', refile: null, counts: null };
}

function accusedOf(seen: CaseView): string[] {
  return seen.defendants.filter(({ id }) => seen.charges.some(({ defendant, status }) => defendant === id && !PRE_CHARGE.includes(status))).map(({ id }) => id);
}

async function advance(manager: EntityManager, by: number): Promise<number> {
  const [[counter]] = await manager.query<[{ last_seq: string }[]]>('update feed.counter set last_seq = last_seq + $1 returning last_seq', [by]);
  return Number(counter?.last_seq);
}
