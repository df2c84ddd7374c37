import { view } from '@docketwire/case';
import type { AssertionSet } from '@docketwire/case';
import { CASE_ASSERTIONS, CaseDetail, CaseDiff, CaseList, FollowUpList, partitionOf } from '@docketwire/contracts';
import { dayOf } from '@docketwire/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WAITING } from '../../../libs/projection/src/read-follow-ups.js';
import { PASSED } from '../../../libs/projection/src/read-moments.js';
import { createDatabase } from '../../../test/support/database.js';
import { madeRecords } from '../../../test/support/made-records.js';
import { openRandom } from '../../../test/support/random.js';
import { appendChanges, caseId, change, fileCase } from '../test/case-file.js';
import { DANA, WHITLOCK_NEWS, article, said } from '../test/news.js';
import { openQuery } from '../test/open-query.js';
import type { OpenQuery } from '../test/open-query.js';

const WHITLOCK = caseId('moments whitlock');
const VALE = caseId('moments vale');
const MERGED = caseId('moments merged');
const KNOWN = ['2023-01-20T09:00:00Z', '2023-02-10T09:00:00Z', '2023-04-20T09:00:00Z', '2023-04-22T09:00:00Z'];
/** Beyond all of them. */
const APPLIED = '2023-05-01T00:00:00.000Z';
const VALE_NEWS = [
  article({ article: 'quay-gazette/11', reported: '2023-03-03', defendants: [{ ...DANA, name: 'Robin Vale' }], assertions: [said({ event: 'arrested', offence: 'arson', when: '2023-03-03' })] }),
  article({ article: 'quay-gazette/12', reported: '2023-03-06', defendants: [{ ...DANA, name: 'Robin Vale' }], assertions: [said({ event: 'charged', offence: 'arson', when: '2023-03-05' })] }),
];

let query: OpenQuery;
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${query.url}${path}`, { headers, redirect: 'manual' });
const detail = async (path: string) => CaseDetail.parse(await (await get(path)).json());
const idsOf = async (search: string) => CaseList.parse(await (await get(`/v1/cases?${search}`)).json()).cases.map(({ id }) => id);
const cacheOf = async (path: string) => (await get(path)).headers.get('cache-control');

async function applied(partition: number, known: string): Promise<void> {
  await query.db.query(
    `insert into proj_v1.projection_offset (topic, partition, next_offset, known, cluster_id) values ($1, $2, 1, $3, 'spec')
     on conflict (topic, partition) do update set known = excluded.known`,
    [CASE_ASSERTIONS.name, partition, known],
  );
}

beforeAll(async () => {
  query = await openQuery(await createDatabase());
  await fileCase(query.db, { id: WHITLOCK, sets: WHITLOCK_NEWS, version: 4, changedAt: '2023-04-22T09:00:00Z', knownFrom: KNOWN });
  await fileCase(query.db, { id: VALE, sets: VALE_NEWS, changedAt: '2023-03-06T10:00:00Z', knownFrom: ['2023-03-04T09:00:00Z', '2023-03-06T09:00:00Z'] });
  await fileCase(query.db, { id: MERGED, sets: WHITLOCK_NEWS.slice(0, 1), aliasOf: WHITLOCK, changedAt: '2023-03-01T00:00:00Z', knownFrom: KNOWN });
  await query.db.query('update proj_v1.case_state set opened_at = $2 where case_id = $1', [WHITLOCK, KNOWN[0]]);
  await query.db.query(`update proj_v1.case_state set opened_at = '2023-03-04T09:00:00Z' where case_id = $1`, [VALE]);
  await appendChanges(query.db, [...KNOWN.map((knownAt, n) => ({ ...change({ case: WHITLOCK, n, knownAt: new Date(knownAt).toISOString() }), caseVersion: n + 1 })), change({ case: MERGED, n: 9, kind: 'merged', knownAt: '2023-03-01T00:00:00.000Z' })]);
}, 120_000);

afterAll(async () => query?.close());

describe('a list on a day, or as known at an instant', () => {
  it.each([
    ['on=2023-02-01', [WHITLOCK]],
    ['on=2023-02-01&status=charged', [WHITLOCK]],
    ['on=2023-02-01&status=dismissed', []],
    ['on=2023-02-09&status=pleaded', [WHITLOCK]],
    ['on=2023-03-04', [WHITLOCK]],
    ['on=2023-03-04&includePreCharge=true', [WHITLOCK, VALE]],
    ['on=2023-03-05', [WHITLOCK, VALE]],
    ['on=2022-12-31', []],
    ['on=1066-10-14', []],
    ['on=9999-12-31&status=dismissed', [WHITLOCK]],
    ['knownAt=2023-02-10T08:59:59.999Z&status=charged', [WHITLOCK]],
    ['knownAt=2023-02-10T09:00:00Z&status=charged', []],
    ['knownAt=2023-02-10T10:00:00%2B01:00&status=pleaded', [WHITLOCK]],
    ['knownAt=2023-03-04T09:00:00Z', [WHITLOCK]],
    ['knownAt=2023-03-04T09:00:00Z&includePreCharge=true&status=arrested', [VALE]],
    ['knownAt=2023-03-06T09:00:00Z&status=charged&name=vale', [VALE]],
    ['knownAt=2999-01-01T00:00:00Z&status=dismissed', [WHITLOCK]],
    ['knownAt=1999-01-01T00:00:00Z', []],
    ['on=2023-02-09&knownAt=2023-02-01T00:00:00Z&status=charged', [WHITLOCK]],
  ])('%s finds the right ones', async (search, expected) => {
    expect(await idsOf(search)).toEqual(expected);
  });

  it('is walked by its links, each case once', async () => {
    const first = CaseList.parse(await (await get('/v1/cases?on=2023-03-05&limit=1')).json());
    const second = CaseList.parse(await (await get(first.next ?? '')).json());
    const third = CaseList.parse(await (await get(second.next ?? '')).json());
    expect([first, second, third].map(({ cases }) => cases.map(({ id }) => id))).toEqual([[WHITLOCK], [VALE], []]);
    expect(third.next).toBeNull();
  });

  it('shows each case as of then', async () => {
    const { cases } = CaseList.parse(await (await get('/v1/cases?knownAt=2023-02-10T09:00:00Z')).json());
    expect(cases[0]).toMatchObject({ id: WHITLOCK, version: 2, changedAt: '2023-02-10T09:00:00.000Z', articles: 2, defendants: [{ status: 'pleaded' }] });
  });

  it('refuses a day that is in no calendar', async () => {
    expect((await get('/v1/cases?on=2023-02-29')).status).toBe(400);
  });

  it('finds exactly the cases that each one’s own page shows with the status', { timeout: 120_000 }, async () => {
    const byCase = Map.groupBy(madeRecords(openRandom(20_261_122), { cases: 40, articles: 5, revisions: 1 }), (made) => made.caseId);
    const cases = [...byCase].map(([id, made]) => ({ id, sets: [...new Map(made.map(({ set }): [string, AssertionSet] => [set.article, set])).values()] }));
    for (const one of cases) await fileCase(query.db, { ...one, changedAt: '2020-01-01T00:00:00Z' });
    let found = 0;
    for (const on of ['2024-02-20', '2024-05-01', '2024-08-10']) {
      const seen = cases.map(({ id, sets }) => ({ id, statuses: view(id, sets, { on: dayOf(on) }).defendants.map(({ status }) => status) }));
      for (const status of ['charged', 'indicted', 'pleaded', 'on_trial', 'convicted', 'sentenced', 'dismissed', 'acquitted', 'arrested'] as const) {
        const expected = seen.filter(({ statuses }) => statuses.includes(status)).map(({ id }) => id);
        const listed = (await idsOf(`on=${on}&status=${status}&includePreCharge=true&limit=200`)).filter((id) => byCase.has(id));
        expect({ on, status, listed: listed.toSorted() }).toEqual({ on, status, listed: expected.toSorted() });
        found += listed.length;
      }
    }
    expect(found).toBeGreaterThan(100);
  });
});

describe('what was known at an instant', () => {
  const THEN = `/v1/cases/${WHITLOCK}?knownAt=2023-02-10T09:00:00Z`;

  beforeEach(async () => {
    await query.db.query('delete from ops.parked_event');
    for (let partition = 0; partition < CASE_ASSERTIONS.partitions; partition += 1) await applied(partition, 'epoch');
    await applied(partitionOf(WHITLOCK, CASE_ASSERTIONS.partitions), APPLIED);
  });

  it('carries the version and the place in the feed of then', async () => {
    const now = await detail(`/v1/cases/${WHITLOCK}`);
    const then = await detail(THEN);
    expect(then).toMatchObject({ version: 2, changedAt: '2023-02-10T09:00:00.000Z', feed: { seq: now.feed.seq - 2 }, articles: 2, updatesPending: false });
    expect(await detail(`/v1/cases/${WHITLOCK}?knownAt=2022-01-01T00:00:00Z`)).toMatchObject({ version: 0, feed: { seq: 0 }, defendants: [], state: 'unknown' });
  });

  it('is kept by caches once the case’s partition has been applied beyond it, however idle the others are', async () => {
    const kept = await get(THEN);
    expect(kept.headers.get('cache-control')).toBe('max-age=86400, immutable');
    expect((await get(THEN, { 'if-none-match': kept.headers.get('etag') ?? '' })).status).toBe(304);
    for (const part of ['/history?', '/diff?knownFrom=2023-01-20T09:00:00Z&knownTo=2023-02-10T09:00:00Z&']) {
      expect(await cacheOf(`/v1/cases/${WHITLOCK}${part}${part.includes('diff') ? '' : 'knownAt=2023-02-10T09:00:00Z'}`)).toBe('max-age=86400, immutable');
    }
  });

  it.each([
    ['now', `/v1/cases/${WHITLOCK}`],
    ['a day alone, which later news may still tell otherwise', `/v1/cases/${WHITLOCK}?on=2023-02-01`],
    ['the instant that was applied last, at which more may still come', `/v1/cases/${WHITLOCK}?knownAt=${APPLIED}`],
    ['the future', `/v1/cases/${WHITLOCK}?knownAt=2999-01-01T00:00:00Z`],
    ['a difference up to now', `/v1/cases/${WHITLOCK}/diff?knownFrom=2023-02-01T00:00:00Z`],
    ['a history up to now', `/v1/cases/${WHITLOCK}/history`],
  ])('is asked for again where it is %s', async (_, path) => {
    expect(await cacheOf(path)).toBe('no-cache');
  });

  it('is asked for again where the partition has not come so far, or is not the case’s', async () => {
    await applied(partitionOf(WHITLOCK, CASE_ASSERTIONS.partitions), '2023-02-10T09:00:00.000Z');
    await applied((partitionOf(WHITLOCK, CASE_ASSERTIONS.partitions) + 1) % CASE_ASSERTIONS.partitions, APPLIED);
    expect(await cacheOf(THEN)).toBe('no-cache');
  });

  it.each([
    ['of the case', WHITLOCK, 99],
    ['of nobody knows which case, in its partition', null, partitionOf(WHITLOCK, CASE_ASSERTIONS.partitions)],
  ])('is asked for again while a record %s is parked', async (_, parkedCase, partition) => {
    await query.db.query(`insert into ops.parked_event values ($1, $2, 1, 'e', $3, 'why', '{}', now())`, [CASE_ASSERTIONS.name, partition, parkedCase]);
    expect(await cacheOf(THEN)).toBe('no-cache');
  });

  it('is kept while a record of another case is parked', async () => {
    await query.db.query(`insert into ops.parked_event values ($1, 99, 1, 'e', $2, 'why', '{}', now())`, [CASE_ASSERTIONS.name, VALE]);
    expect(await cacheOf(THEN)).toBe('max-age=86400, immutable');
  });

  it('is of a case of its own until it was known to be another one', async () => {
    for (const part of ['/v1/cases/', '/cases/']) {
      expect((await get(`${part}${MERGED}?knownAt=2023-02-28T23:59:59Z`)).status).toBe(200);
      expect((await get(`${part}${MERGED}?knownAt=2023-03-01T00:00:00Z`)).status).toBe(308);
      expect((await get(`${part}${MERGED}`)).status).toBe(308);
    }
  });
});

describe('follow-ups owed', () => {
  it('are walked by their links, the case that was quiet longest first, and leave out who was only arrested unless asked', async () => {
    const read = async (path: string) => FollowUpList.parse(await (await get(path)).json());
    await fileCase(query.db, { id: caseId('moments held'), sets: VALE_NEWS.slice(0, 1), changedAt: '2019-01-01T00:00:00Z' });
    for (let n = 0; n < 10; n += 1) await fileCase(query.db, { id: caseId(`moments open ${n}`), sets: VALE_NEWS, changedAt: `2019-02-${String(n + 1).padStart(2, '0')}T00:00:00Z` });
    const all = await read('/v1/follow-ups?limit=200&includePreCharge=true');
    const accused = await read('/v1/follow-ups?limit=200');
    expect(all.followUps[0]).toMatchObject({ case: caseId('moments held'), charge: { status: 'arrested' } });
    expect(accused.followUps.some(({ charge }) => charge.status === 'arrested')).toBe(false);
    const walked: string[] = [];
    for (let path: string | null = '/v1/follow-ups?limit=7'; path; ) {
      const page: FollowUpList = await read(path);
      walked.push(...page.followUps.map(({ charge }) => charge.id));
      path = page.next;
    }
    expect(accused.followUps.slice(0, 10).map((each) => each.case)).toEqual(Array.from({ length: 10 }, (_, n) => caseId(`moments open ${n}`)));
    expect(walked).toEqual(accused.followUps.map(({ charge }) => charge.id));
  });

  it.each(['days=0', 'days=36526', 'days=soon', 'after=nonsense', 'limit=0', 'on=2023-01-01'])('refuse %s', async (search) => {
    expect((await get(`/v1/follow-ups?${search}`)).status).toBe(400);
  });
});

describe('the indexes', () => {
  it.each([
    ['case_state_passed', `${PASSED} ?| array['convicted']`],
    ['case_state_waiting', `${WAITING} order by s.changed_at, s.case_id limit 1`],
  ])('serve the very words of the queries: %s', async (index, where) => {
    const plan = await query.db.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query<Record<string, string>[]>(`explain select 1 from proj_v1.case_state s where ${where}`);
    });
    expect(plan.map((line) => Object.values(line)[0]).join(' ')).toContain(index);
  });
});

describe('differences', () => {
  it.each(['', 'knownFrom=yesterday', 'knownFrom=2023-02-10T09:00:00Z&knownTo=2023-02-10T08:59:59Z', 'knownFrom=2023-02-10'])('are refused where asked for by %j', async (search) => {
    expect((await get(`/v1/cases/${WHITLOCK}/diff?${search}`)).status).toBe(400);
  });

  it('are none between one instant and itself, all from before the first record, and of one day where one is given', async () => {
    const between = async (search: string) => CaseDiff.parse(await (await get(`/v1/cases/${WHITLOCK}/diff?${search}`)).json());
    expect((await between('knownFrom=2023-02-10T09:00:00Z&knownTo=2023-02-10T10:00:00%2B01:00')).changes).toEqual([]);
    expect(await between('knownFrom=0001-01-01T00:00:00Z')).toMatchObject({ changes: [{ kind: 'opened', before: null, after: { status: 'dismissed' } }], because: [{}, {}, {}, {}] });
    expect((await between('knownFrom=2023-02-10T09:00:00Z&on=2023-02-09')).changes).toEqual([]);
  });
});

describe('a day in the past', () => {
  it('shows no doubt and no word that came later', async () => {
    const id = caseId('moments doubt');
    const sets = [
      ...WHITLOCK_NEWS,
      article({ article: 'metro-post/1', reported: '2023-03-01', assertions: [said({ event: 'conviction_reinstated', when: '2023-02-20' })] }),
      article({ article: 'metro-post/2', reported: '2023-03-10', assertions: [said({ event: 'dismissed', when: '2023-07', realis: 'announced', party: true })] }),
    ];
    await fileCase(query.db, { id, sets, changedAt: '2021-01-01T00:00:00Z' });
    const besides = async (on: string) => {
      const { anomalies, notes } = await detail(`/v1/cases/${id}?on=${on}`);
      return [anomalies.length, notes.length];
    };
    expect(await besides('2023-02-19')).toEqual([0, 0]);
    expect(await besides('2023-03-01')).toEqual([1, 0]);
    expect(await besides('2023-07-01')).toEqual([1, 1]);
  });
});
