import type { AssertionSet } from '@docketwire/case';
import { VIEW_VERSION } from '@docketwire/case';
import { fail } from '@docketwire/kernel';
import type { DataSource } from 'typeorm';
import type { StoredCase } from './book.js';

type StateRow = { case_id: string; version: number; alias_of: string | null; opened_at: Date; changed_at: Date };
type SetRow = { case_id: string; body: AssertionSet };

/** Cases with the winning set of each of their articles. */
export async function loadCases(source: DataSource, caseIds: readonly string[]): Promise<StoredCase[]> {
  if (caseIds.length === 0) return [];
  const states: StateRow[] = await source.query('select case_id, version, alias_of, opened_at, changed_at from proj_v1.case_state where case_id = any($1)', [caseIds]);
  const sets: SetRow[] = await source.query(
    'select distinct on (case_id, article) case_id, body from proj_v1.assertion_set where case_id = any($1) order by case_id, article, assignment desc, content_hash desc',
    [states.map((state) => state.case_id)],
  );
  const byCase = Map.groupBy(sets, (set) => set.case_id);
  return states.map((state) => ({
    caseId: state.case_id,
    version: state.version,
    aliasOf: state.alias_of,
    openedAt: state.opened_at.getTime(),
    changedAt: state.changed_at.getTime(),
    sets: (byCase.get(state.case_id) ?? []).map(({ body }) => body),
  }));
}

/** Throws VIEW_OUTDATED: going on would blame the next article for a change of the rules. */
export async function checkViewVersion(source: DataSource): Promise<void> {
  const rows: { view_version: number }[] = await source.query('select view_version from proj_v1.case_state limit 1');
  const built = rows[0]?.view_version ?? VIEW_VERSION;
  if (built !== VIEW_VERSION) throw fail('VIEW_OUTDATED', { builtBy: built, thisProgram: VIEW_VERSION });
}
