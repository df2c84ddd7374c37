import { diff, merge, view } from '@docketwire/case';
import type { AssertionSet, CaseView } from '@docketwire/case';
import { decodeEvent, parseCaseRecord } from '@docketwire/contracts';
import { canonicalJson, uuid5 } from '@docketwire/kernel';
import type { Client } from 'pg';
import type { ReadRecord } from '../../support/read-topic.ts';

/** What a soak found; every figure but `records` and `changes` is to be 0. */
export type Findings = Readonly<{
  records: number;
  changes: number;
  /** Records applied more or less often than once. */
  appliedOff: number;
  wrongCases: number;
  missingChanges: number;
  duplicateChanges: number;
  unexpectedChanges: number;
  reorderedCases: number;
  holes: number;
  unpublished: number;
}>;

type Expected = Readonly<{ views: ReadonlyMap<string, CaseView>; changes: ReadonlyMap<string, readonly string[]> }>;
type FeedRow = { seq: string; id: string; case_id: string };

/** Folds the whole log anew, record by record, with nothing of the projector's, and compares what the projector left. */
export async function check(database: Client, log: readonly ReadRecord[], published: readonly ReadRecord[]): Promise<Findings> {
  const expected = expectedFrom(log);
  const { rows: cases } = await database.query<{ case_id: string; view: CaseView }>('select case_id, view from proj_v1.case_state');
  const { rows: feed } = await database.query<FeedRow>('select seq, id, case_id from feed.change order by seq');
  const { rows: applied } = await database.query<{ applied: string }>('select sum(applied) as applied from proj_v1.projection_offset');
  const told = feed.map(({ id }) => id);
  const should = [...expected.changes.values()].flat();
  const projected = new Map(cases.map((row) => [row.case_id, row.view]));
  return {
    records: log.length,
    changes: should.length,
    appliedOff: Math.abs(Number(applied[0]?.applied) - log.length),
    wrongCases: [...expected.views].filter(([caseId, one]) => canonicalJson(projected.get(caseId)) !== canonicalJson(one)).length + Math.max(0, cases.length - expected.views.size),
    missingChanges: minus(should, told),
    duplicateChanges: told.length - new Set(told).size,
    unexpectedChanges: minus(told, should),
    reorderedCases: [...expected.changes].filter(([caseId, ids]) => !sameOrder(ids, feed.filter((row) => row.case_id === caseId).map(({ id }) => id))).length,
    holes: feed.filter(({ seq }, place) => Number(seq) !== place + 1).length,
    unpublished: minus(told, published.map((record) => decodeEvent(record).id)),
  };
}

function expectedFrom(log: readonly ReadRecord[]): Expected {
  const records = new Map<string, ReadonlyMap<string, AssertionSet>>();
  const views = new Map<string, CaseView>();
  const changes = new Map<string, string[]>();
  for (const record of log) {
    const { id } = decodeEvent(record);
    const event = parseCaseRecord(decodeEvent(record));
    if (event.type !== 'ExtractionRecorded') throw new Error(`${event.type} in a soak's log`);
    const { caseId, set } = event;
    const before = views.get(caseId) ?? view(caseId, []);
    const merged = merge(records.get(caseId) ?? new Map(), set);
    const after = view(caseId, merged.values());
    records.set(caseId, merged);
    views.set(caseId, after);
    changes.set(caseId, [...(changes.get(caseId) ?? []), ...diff(before, after, { kind: set.kind }).map((_, ordinal) => uuid5(id, caseId, ordinal))]);
  }
  return { views, changes };
}

function minus(from: readonly string[], those: readonly string[]): number {
  const left = new Set(those);
  return new Set(from.filter((one) => !left.has(one))).size;
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}
