import { CaseDetail, CaseList, ProblemDocument } from '@docketwire/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../test/support/database.js';
import { caseId, fileCase } from '../test/case-file.js';
import { DANA, LEE, WHITLOCK_NEWS, article, said } from '../test/news.js';
import { openQuery } from '../test/open-query.js';
import type { OpenQuery } from '../test/open-query.js';

let query: OpenQuery;
const WHITLOCK = caseId('whitlock');
const ORTEGA = caseId('ortega');
const MERGED = caseId('merged');
const SUSPECT = caseId('suspect');

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${query.url}${path}`, { headers, redirect: 'manual' });
const list = async (path: string) => CaseList.parse(await (await get(path)).json());
const detail = async (path: string) => CaseDetail.parse(await (await get(path)).json());
const problem = async (path: string) => {
  const response = await get(path);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return ProblemDocument.parse(await response.json());
};
const ids = ({ cases }: CaseList) => cases.map(({ id }) => id);

beforeAll(async () => {
  query = await openQuery(await createDatabase());
  await fileCase(query.db, { id: WHITLOCK, sets: WHITLOCK_NEWS, version: 4, changedAt: '2023-04-22T10:00:00Z', knownFrom: ['2023-01-20T09:00:00Z', '2023-02-10T09:00:00Z', '2023-04-20T09:00:00Z', '2023-04-22T09:00:00Z'] });
  await fileCase(query.db, {
    id: ORTEGA,
    changedAt: '2023-05-02T10:00:00Z',
    sets: [article({ article: 'quay-gazette/8', reported: '2023-05-02', defendants: [LEE], assertions: [said({ defendant: LEE.id, offence: 'arson', event: 'charged', when: '2023-05-01' })] })],
  });
  await fileCase(query.db, { id: MERGED, sets: WHITLOCK_NEWS.slice(0, 1), aliasOf: WHITLOCK, changedAt: '2023-06-01T00:00:00Z' });
  await fileCase(query.db, {
    id: SUSPECT,
    changedAt: '2023-05-03T10:00:00Z',
    sets: [article({ article: 'quay-gazette/11', reported: '2023-05-03', defendants: [{ ...DANA, name: 'Robin Vale' }], assertions: [said({ event: 'arrested', when: '2023-05-03' })] })],
  });
}, 120_000);

afterAll(async () => query?.close());

describe('the list of cases', () => {
  it('has the latest change first and leaves out aliases and people nobody has accused', async () => {
    expect(ids(await list('/v1/cases'))).toEqual([ORTEGA, WHITLOCK]);
    expect(ids(await list('/v1/cases?includePreCharge=true'))).toEqual([SUSPECT, ORTEGA, WHITLOCK]);
  });

  it.each([
    ['name=whitlock', [WHITLOCK]],
    ['name=WHIT+dan', [WHITLOCK]],
    ['name=ortega', [ORTEGA]],
    ['name=marsh', [ORTEGA]],
    ['name=lock', []],
    ['name=%25', []],
    ['name=vale', []],
    ['name=vale&includePreCharge=true', [SUSPECT]],
    ['status=dismissed', [WHITLOCK]],
    ['status=charged&name=lee', [ORTEGA]],
    ['changedSince=2023-05-01T00:00:00Z', [ORTEGA]],
    ['changedSince=2023-05-02T12:00:00%2B02:00', [ORTEGA]],
  ])('asked for %s finds the right ones', async (search, expected) => {
    expect(ids(await list(`/v1/cases?${search}`))).toEqual(expected);
  });

  it('is walked page by page, each case once, by the next link', async () => {
    const first = await get('/v1/cases?includePreCharge=true&limit=2');
    const page = CaseList.parse(await first.json());
    expect(first.headers.get('link')).toBe(`<${page.next}>; rel="next"`);
    const second = await list(page.next ?? '');
    expect([...ids(page), ...ids(second)]).toEqual([SUSPECT, ORTEGA, WHITLOCK]);
    expect(second.next).toBeNull();
  });

  it.each(['limit=0', 'limit=201', 'limit=ten', 'status=guilty', 'changedSince=yesterday', 'includePreCharge=yes', 'colour=red', 'after=nonsense', 'name='])('refuses %s with a problem document', async (search) => {
    expect((await problem(`/v1/cases?${search}`)).status).toBe(400);
  });
});

describe('one case', () => {
  it('tells each step with its date as told, its quotes and its sources', async () => {
    const { defendants } = await detail(`/v1/cases/${WHITLOCK}`);
    const [charge] = defendants[0]?.charges ?? [];
    expect(charge).toMatchObject({ offence: 'involuntary_manslaughter', status: 'dismissed', realis: 'occurred', plea: 'not_guilty', refile: 'possible', counts: 2 });
    expect(charge?.history.map(({ event }) => event)).toEqual(['charged', 'plea_entered', 'dismissed']);
    expect(charge?.history.map(({ when }) => when).slice(0, 2)).toEqual(['2023-01', '2023-02-09']);
    expect(charge?.history.at(-1)).toMatchObject({ announcedOn: '2023-04-20', occurredOn: '2023-04-21', originators: 2 });
    expect(charge?.history[0]?.evidence[0]).toMatchObject({ source: 'quay-gazette', reported: '2023-01-20', quote: { text: expect.stringContaining('two counts') } });
  });

  it.each([
    ['on=2022-12-31', undefined],
    ['on=2023-02-01', 'charged'],
    ['on=2023-02-09', 'pleaded'],
    ['on=2023-04-20', 'dismissed'],
    ['knownAt=2023-04-20T08:59:59Z', 'pleaded'],
    ['knownAt=2023-04-20T09:00:00Z', 'dismissed'],
    ['knownAt=2023-01-20T10:00:00Z&on=2023-02-09', 'charged'],
    ['knownAt=2022-01-01T00:00:00Z', undefined],
  ])('%s shows the status of that moment', async (search, status) => {
    const seen = await detail(`/v1/cases/${WHITLOCK}?${search}`);
    expect(seen.defendants[0]?.charges[0]?.status).toBe(status);
  });

  it('is not sent again to whoever has it, until it changes', async () => {
    const etag = (await get(`/v1/cases/${WHITLOCK}`)).headers.get('etag') ?? '';
    const again = await get(`/v1/cases/${WHITLOCK}`, { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await query.db.query('update proj_v1.case_state set version = version + 1 where case_id = $1', [WHITLOCK]);
    expect((await get(`/v1/cases/${WHITLOCK}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('that was merged points to the one it became, with the question kept', async () => {
    const response = await get(`/v1/cases/${MERGED}?on=2023-02-01`);
    expect([response.status, response.headers.get('location')]).toEqual([308, `/v1/cases/${WHITLOCK}?on=2023-02-01`]);
  });

  it('says when a record about it waits for an operator', async () => {
    expect((await detail(`/v1/cases/${ORTEGA}`)).updatesPending).toBe(false);
    await query.db.query(`insert into ops.parked_event values ('t', 0, 1, 'e', $1, 'why', '{}', now())`, [ORTEGA]);
    expect((await detail(`/v1/cases/${ORTEGA}`)).updatesPending).toBe(true);
  });

  it('shows people nobody has accused on its own page', async () => {
    expect((await detail(`/v1/cases/${SUSPECT}`)).defendants.map(({ name }) => name)).toEqual(['Robin Vale']);
  });

  it.each([
    [`/v1/cases/${caseId('nobody')}`, 404],
    ['/v1/cases/not-an-id', 400],
    [`/v1/cases/${WHITLOCK}?on=2023-02-30`, 400],
    [`/v1/cases/${WHITLOCK}?knownAt=now`, 400],
    ['/v1/nothing', 404],
  ])('%s is a problem with status %i', async (path, status) => {
    expect((await problem(path)).status).toBe(status);
  });
});

describe('the service', () => {
  it('is alive, and ready while the database answers', async () => {
    expect((await get('/livez')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok', checks: { database: 'ok' } });
  });

  it('describes every route as OpenAPI 3.1', async () => {
    const document = (await (await get('/docs-json')).json()) as { openapi: string; paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/v1/cases', '/v1/cases/{id}', '/v1/cases/{id}/history', '/v1/cases/{id}/diff', '/v1/follow-ups', '/v1/changes', '/v1/changes/stream']));
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['ChargeDetail', 'StatusChange', 'Evidence']));
  });
});
