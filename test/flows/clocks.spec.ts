import { CaseDetail, CaseDiff, CaseHistory, CaseList, FollowUpList } from '@docketwire/contracts';
import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../support/settled.ts';
import { startSystem } from '../support/system.ts';
import type { System } from '../support/system.ts';

const CHARGED = { defendant: 'Maren Oldfield', offence: 'arson', event: 'charged', when: '2021-03-04', counts: 2 };
const PLEADED = { defendant: 'Maren Oldfield', offence: 'arson', event: 'plea_entered', value: 'not_guilty', when: '2021-04-06' };
const stated = (articleId: string, revision: number, details: object) => ({ source: 'port-elm-herald', articleId, revision, kind: 'new', publishedAt: '2021-04-07', modifiedAt: `2021-04-0${revision}T08:00:00Z`, ...details });

/** One case as its news came: stated as data, told in a text, corrected, retracted, and told again. */
const NEWS = [
  stated('charge', 1, { publishedAt: '2021-03-05', title: 'A charge', statements: [CHARGED] }),
  { ...stated('story', 1, { publishedAt: '2021-03-06', title: 'A story' }), source: 'harbor-courier', text: 'Maren Oldfield was charged with arson on March 4, 2021, the county prosecutor said.' },
  stated('plea', 1, { title: 'A plea', statements: [PLEADED] }),
  stated('plea', 2, { kind: 'correction', title: 'A plea', statements: [{ ...PLEADED, when: '2021-04-05', note: 'The hearing was on Monday.' }] }),
  stated('trial', 1, { title: 'A verdict', statements: [{ defendant: 'Maren Oldfield', offence: 'arson', event: 'convicted', when: '2021-04-07' }] }),
  stated('trial', 2, { kind: 'retraction' }),
  stated('charge', 2, { kind: 'update', publishedAt: '2021-03-05', title: 'A charge', statements: [{ ...CHARGED, counts: 3 }] }),
];

describe('the three clocks', () => {
  let system: System<'intake' | 'extractor' | 'projector' | 'query'>;
  let database: Client;
  let id: string;
  /** What was answered while it was the present, with the instant at which it had become known. */
  const lived: { knownAt: string; answer: CaseDetail }[] = [];

  beforeAll(async () => {
    system = await startSystem(['intake', 'extractor', 'projector', 'query']);
    database = new Client({ connectionString: system.databaseUrl });
    await database.connect();
    for (const news of NEWS) {
      const { code, output } = await publish([news]);
      if (code !== 0) throw new Error(output);
      await settled(database, system.brokers);
      [{ id } = { id: '' }] = CaseList.parse(await (await get('/v1/cases')).json()).cases;
      const answer = CaseDetail.parse(await (await get(`/v1/cases/${id}`)).json());
      lived.push({ knownAt: answer.changedAt, answer });
    }
  }, 180_000);
  afterAll(async () => {
    await database?.end();
    await system?.stop();
  });

  it('put what was stated and what was read into one case, by one set of rules', () => {
    const { defendants } = lived.at(-1)?.answer ?? { defendants: [] };
    expect(defendants).toMatchObject([{ name: 'Maren Oldfield', charges: [{ offence: 'arson', status: 'pleaded', plea: 'not_guilty', counts: 3 }] }]);
    const steps = defendants.flatMap(({ charges }) => charges.flatMap(({ history: told }) => told));
    expect(steps.map(({ event, originators }) => [event, originators])).toEqual([['charged', 2], ['plea_entered', 1]]);
    const told = steps.flatMap(({ evidence }) => evidence.map(({ source, stated: isStated, quote }) => [source, isStated, quote.text]));
    expect(told).toEqual([
      ['port-elm-herald', true, 'port-elm-herald states: Maren Oldfield: charged; arson (3 counts); 2021-03-04.'],
      ['harbor-courier', false, expect.stringContaining('Maren Oldfield was charged with arson')],
      ['port-elm-herald', true, 'port-elm-herald states: Maren Oldfield: plea entered (not guilty); arson; 2021-04-05. The hearing was on Monday.'],
    ]);
  });

  it('stores a statement as the words that its quote is cut from', async () => {
    const { rows } = await database.query<{ reading: { text: string; assertions: { quote: { text: string; start: number; end: number } }[] } }>('select reading from extract.article_body');
    const quotes = rows.flatMap(({ reading: { text, assertions } }) => assertions.map(({ quote }) => [quote.text, text.slice(quote.start, quote.end)]));
    expect(quotes.length).toBeGreaterThan(3);
    for (const [quote, words] of quotes) expect(quote).toBe(words);
  });

  it('answer about any past instant what was answered then, and let caches keep it', async () => {
    expect(new Set(lived.map(({ knownAt }) => knownAt)).size).toBe(NEWS.length);
    for (const { knownAt, answer } of lived.slice(0, -1)) {
      const then = await get(`/v1/cases/${id}?knownAt=${knownAt}`);
      expect(then.headers.get('cache-control')).toBe('max-age=86400, immutable');
      expect(CaseDetail.parse(await then.json())).toEqual({ ...answer, knownAt });
    }
  });

  it('say of the instant that was applied last that more may come', async () => {
    const last = lived.at(-1);
    const now = await get(`/v1/cases/${id}?knownAt=${last?.knownAt}`);
    expect(now.headers.get('cache-control')).toBe('no-cache');
    expect(await now.json()).toMatchObject({ version: last?.answer.version });
  });

  it('list the case as it stood at each instant', async () => {
    for (const { knownAt, answer } of lived) {
      const { cases } = CaseList.parse(await (await get(`/v1/cases?knownAt=${knownAt}`)).json());
      expect(cases.map((each) => [each.version, each.defendants[0]?.status])).toEqual([[answer.version, answer.defendants[0]?.status]]);
    }
  });

  it('tell of each step when it happened, was reported and became known, and by whom', async () => {
    const { steps } = await history();
    expect(steps.map(({ event, happened, reported, known }) => [event, happened.when, reported, known])).toEqual([
      ['charged', '2021-03-04', '2021-03-05', lived[0]?.knownAt],
      ['plea_entered', '2021-04-05', '2021-04-07', lived[3]?.knownAt],
    ]);
    expect(steps[0]?.sources.map(({ article, stated: isStated }) => [article, isStated])).toEqual([['port-elm-herald/charge', true], ['harbor-courier/story', false]]);
  });

  it('keep what was taken back, with who took it back and when', async () => {
    const { takenBack } = await history();
    expect(takenBack.map(({ event, when, known, until, because }) => [event, when, known, until, because.news])).toEqual([
      ['plea_entered', '2021-04-06', lived[2]?.knownAt, lived[3]?.knownAt, 'correction'],
      ['convicted', '2021-04-07', lived[4]?.knownAt, lived[5]?.knownAt, 'retraction'],
    ]);
  });

  it('tell every record that changed the case, with what was known before and after it', async () => {
    const { records } = await history();
    expect(records.map(({ version, known }) => [version, known])).toEqual(lived.map(({ knownAt, answer }) => [answer.version, knownAt]));
    const charges = records.flatMap(({ changes }) => changes.filter(({ charge }) => charge !== null));
    expect(charges.map(({ kind }) => kind)).toEqual(['opened', 'corroborated', 'advanced', 'corrected', 'advanced', 'reverted', 'refined']);
    for (const [place, { before }] of charges.slice(1).entries()) expect(before).toEqual(charges[place]?.after);
  });

  it('walk the records page by page', async () => {
    const first = await history('?limit=3');
    const second = CaseHistory.parse(await (await get(first.next ?? '')).json());
    const third = CaseHistory.parse(await (await get(second.next ?? '')).json());
    expect([first, second, third].map(({ records }) => records.length)).toEqual([3, 3, 1]);
    expect(third.next).toBeNull();
  });

  it('tell the difference between two knowings, and none between one and itself', async () => {
    const between = async (from: number, to: number) => CaseDiff.parse(await (await get(`/v1/cases/${id}/diff?knownFrom=${lived[from]?.knownAt}&knownTo=${lived[to]?.knownAt}`)).json());
    expect((await between(3, 4)).changes).toMatchObject([{ kind: 'advanced', before: { status: 'pleaded' }, after: { status: 'convicted', since: '2021-04-07' } }]);
    expect(await between(4, 5)).toMatchObject({ changes: [{ kind: 'reverted', before: { status: 'convicted' }, after: { status: 'pleaded' } }], because: [{ news: 'retraction', article: 'port-elm-herald/trial' }] });
    expect((await between(2, 2)).changes).toEqual([]);
    // There and back again: what was convicted and taken back in between has left no difference.
    expect((await between(3, 5)).changes).toEqual([]);
  });

  it('name the charge whose outcome nobody has reported', async () => {
    const { followUps } = FollowUpList.parse(await (await get('/v1/follow-ups')).json());
    expect(followUps).toMatchObject([{ case: id, defendant: { name: 'Maren Oldfield' }, charge: { status: 'pleaded' }, began: '2021-03-04', last: { event: 'plea_entered', reported: '2021-04-07' } }]);
    expect(FollowUpList.parse(await (await get('/v1/follow-ups?days=36525')).json()).followUps).toEqual([]);
    expect(await (await get('/follow-ups')).text()).toContain('Maren Oldfield');
  });

  it('show corrections in their place on the page', async () => {
    const page = await (await get(`/cases/${id}`)).text();
    expect(page).toContain('<del>Pleaded not guilty, 6 April 2021 (arson)</del>');
    expect(page).toContain('<del>Convicted</del>');
    expect(page).toContain('stated by the publisher, not read from text');
  });

  it('refuse a statement with a pointer to what is wrong with it', async () => {
    const { code, output } = await publish([stated('wrong', 1, { statements: [CHARGED, { ...PLEADED, value: 'perhaps' }] })]);
    expect({ code, output }).toMatchObject({ code: 4, output: expect.stringContaining('/statements/1/value') as string });
  });

  const get = (path: string) => fetch(`${system.apps.query.url}${path}`);
  const history = async (search = '') => CaseHistory.parse(await (await get(`/v1/cases/${id}/history${search}`)).json());

  /** By the command line, as NDJSON on its standard input. */
  function publish(updates: readonly object[]): Promise<{ code: number | null; output: string }> {
    const env = { ...process.env, DOCKETWIRE_INTAKE_URL: system.apps.intake.url };
    const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'publish', '-', '--ndjson'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    return new Promise((resolve) => {
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('close', (code) => resolve({ code, output }));
      child.stdin.end(updates.map((update) => `${JSON.stringify(update)}\n`).join(''));
    });
  }
});
