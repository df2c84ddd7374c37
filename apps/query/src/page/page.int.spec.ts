import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../test/support/database.js';
import { appendChanges, caseId, change, fileCase } from '../../test/case-file.js';
import { WHITLOCK_NEWS } from '../../test/news.js';
import { openQuery } from '../../test/open-query.js';
import type { OpenQuery } from '../../test/open-query.js';
import { SCRIPT_PATH, STYLE_PATH } from './assets.js';

const WHITLOCK = caseId('page whitlock');
const MERGED = caseId('page merged');
let query: OpenQuery;
const get = (path: string) => fetch(`${query.url}${path}`, { redirect: 'manual' });
const page = async (path: string) => (await get(path)).text();

beforeAll(async () => {
  query = await openQuery(await createDatabase());
  await fileCase(query.db, { id: WHITLOCK, sets: WHITLOCK_NEWS, changedAt: '2023-04-22T10:00:00Z' });
  await fileCase(query.db, { id: MERGED, sets: WHITLOCK_NEWS.slice(0, 1), aliasOf: WHITLOCK });
  for (let n = 0; n < 30; n += 1) await fileCase(query.db, { id: caseId(`page ${n}`), sets: WHITLOCK_NEWS.slice(0, 1), changedAt: `2022-01-${String(n + 1).padStart(2, '0')}T00:00:00Z` });
  await appendChanges(query.db, [change({ case: WHITLOCK, n: 1, kind: 'corrected' }), change({ case: caseId('other'), n: 2 })]);
}, 120_000);

afterAll(async () => query?.close());

describe('the pages', () => {
  it('begin at the list', async () => {
    const home = await get('/');
    expect([home.status, home.headers.get('location')]).toEqual([302, '/cases']);
  });

  it('may run, load and be framed by nothing but this service', async () => {
    for (const path of ['/cases', `/cases/${WHITLOCK}`, `/cases/${caseId('nobody')}`]) {
      const { headers } = await get(path);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
    }
  });

  it.each([
    [STYLE_PATH, 'text/css; charset=utf-8'],
    [SCRIPT_PATH, 'text/javascript; charset=utf-8'],
  ])('find %s, to be kept for ever', async (path, type) => {
    const asset = await get(path);
    expect([asset.status, asset.headers.get('content-type'), asset.headers.get('cache-control')]).toEqual([200, type, 'public, max-age=31536000, immutable']);
    expect(await page('/cases')).toContain(path);
  });

  it('are walked and searched by links and forms alone', async () => {
    const first = await page('/cases');
    const next = /href="(\/cases\?after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await page(next);
    const rows = (html: string) => html.match(/<li id="case-/g)?.length ?? 0;
    expect([rows(first), rows(second)]).toEqual([25, 6]);
    expect(await page('/cases?name=whitlock&status=dismissed')).toContain(`/cases/${WHITLOCK}`);
    expect(rows(await page('/cases?name=&status='))).toBe(25);
    expect(await page('/cases?name=nobody&utm_source=x')).toContain('No case matches');
  });

  it('show a case now and on a day', async () => {
    expect(await page(`/cases/${WHITLOCK}`)).toContain('Dismissed on 21 April 2023 (announced on 20 April 2023), can be filed again.');
    const then = await page(`/cases/${WHITLOCK}?on=2023-02-01`);
    expect(then).toContain('Charged in January 2023.');
    expect(then).not.toContain('ismiss');
  });

  it('list what changed of this case alone', async () => {
    const html = await page(`/cases/${WHITLOCK}`);
    expect(html.match(/id="change-\d+"/g)).toEqual(['id="change-1"']);
  });

  it('lead from a merged case to the one it became', async () => {
    const merged = await get(`/cases/${MERGED}?on=2023-02-01`);
    expect([merged.status, merged.headers.get('location')]).toEqual([308, `/cases/${WHITLOCK}?on=2023-02-01`]);
  });

  it.each([
    [`/cases/${caseId('nobody')}`, 404],
    ['/cases/7', 400],
    [`/cases/${WHITLOCK}?on=2023-02-30`, 400],
    ['/cases?after=nonsense', 400],
    ['/assets/page.css', 404],
  ])('say in words what is wrong with %s', async (path, status) => {
    const wrong = await get(path);
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await wrong.text()).toContain('All cases');
  });
});
