import { describe, expect, it } from 'vitest';
import { article, charge, see, told } from '../test/news.js';
import { MAX_EVIDENCE, MAX_VOICES, factsOf, gather } from './index.js';
import type { AssertionSet } from './index.js';

const charged = told('charged', '2023-01-31');
const many = (count: number, originator: (n: number) => string): AssertionSet[] =>
  Array.from({ length: count }, (_, n) => article([{ ...charged, quote: { text: `${n} of the many ways in which this may be put in words`, start: n, end: n + 1 } }], { originator: originator(n), article: `a/${n}`, reported: '2023-02-01' }));

describe('facts', () => {
  it('are one for equal assertions, whatever is said beside them', () => {
    const sets = [article([told('charged', '2023-01-31', { counts: 1 })]), article([told('charged', '2023-01-31', { counts: 2, refile: 'barred', mechanism: 'nolle_prosequi' })])];
    expect(factsOf(sets)).toHaveLength(1);
  });

  it.each([
    ['date', told('charged', '2023-01')],
    ['realis', told('charged', '2023-01-31', { realis: 'announced' })],
    ['value', told('charged', '2023-01-31', { value: 'n:1' })],
    ['offence', told('charged', '2023-01-31', { offence: null })],
    ['defendant', told('charged', '2023-01-31', { defendant: 'bo' })],
    ['right to decide', told('charged', '2023-01-31', { party: true })],
  ])('are two where the %s differs', (_, other) => {
    expect(factsOf([article([charged]), article([other])])).toHaveLength(2);
  });

  it('keep a bounded size, and hear everybody once before anybody twice', () => {
    const [fact] = factsOf([...many(200, () => 'Talkative'), ...many(5, (n) => `Terse ${n}`).map((set) => ({ ...set, article: `b/${set.article}` }))]);
    expect([fact?.voices.length, fact?.evidence.length]).toEqual([MAX_VOICES, MAX_EVIDENCE]);
    expect(new Set(fact?.voices.map(({ originator }) => originator)).size).toBe(6);
    expect(new Set(fact?.evidence.map(({ originator }) => originator)).size).toBe(3);
  });

  it('show the earliest reports, of different originators first', () => {
    const sets = [article([charged], { originator: 'Late', reported: '2024-05-01' }), article([charged], { originator: 'Early', reported: '2023-01-31' })];
    expect(charge(see(sets)).steps[0]?.evidence.map(({ originator }) => originator)).toEqual(['Early', 'Late']);
    expect(factsOf(sets)[0]?.firstReported).toBe('2023-01-31');
  });
});

describe('a date within one article', () => {
  const [exact, undated] = [told('dismissed', '2023-04-20', { realis: 'announced' }), told('dismissed', null)];

  it('is that of the dated statement for an undated one, also where the dated one names no offence', () => {
    expect(factsOf([article([exact, undated])])).toMatchObject([{ when: '2023-04-20', realis: 'announced' }]);
    const [, named] = gather([article([told('dismissed', '2023-04-20', { offence: null }), undated])]).facts.toSorted((a, b) => Number(a.offence !== null) - Number(b.offence !== null));
    expect(named).toMatchObject({ offence: 'assault', when: '2023-04-20' });
  });

  it('is not taken from another article, another person or a party', () => {
    expect(factsOf([article([exact]), article([undated])])).toHaveLength(2);
    expect(factsOf([article([told('dismissed', '2023-04-20', { defendant: 'bo' }), undated])])).toHaveLength(2);
    expect(factsOf([article([told('dismissed', '2023-04-20', { party: true }), undated])])).toHaveLength(2);
  });

  it('stays open where two dated statements differ', () => {
    expect(factsOf([article([exact, told('dismissed', '2023-04-21'), undated])])).toHaveLength(3);
  });

  it('ends at the first report of what is said to have occurred', () => {
    const seen = see([article([told('charged', '2023')], { reported: '2023-03-01' })], '2023-04-01');
    expect(charge(seen)).toMatchObject({ status: 'charged', since: '2023', uncertain: false });
    expect(see([article([told('charged', '2023')], { reported: '2023-03-01' })], '2023-02-01').charges).toEqual([]);
  });
});

describe('a vague date', () => {
  it('leaves the earlier status standing within its range, marked uncertain', () => {
    const news = [article([told('charged', '2023-01-31')]), article([told('dismissed', '2023-04')], { reported: '2023-06-01' })];
    const on = (day: string) => charge(see(news, day));
    expect([on('2023-03-31'), on('2023-04-15'), on('2023-04-30')].map(({ status, uncertain }) => [status, uncertain])).toEqual([['charged', false], ['charged', true], ['dismissed', false]]);
  });

  it('stays as vague as it was told', () => {
    expect(charge(see([article([told('charged', '2023-01')], { reported: '2023-05-01' })]))).toMatchObject({ since: '2023-01', steps: [{ when: '2023-01', holdsFrom: '2023-01-31' }] });
  });

  it('does not move a proved outcome when one originator tells it', () => {
    const proved = ['Basin', 'Mesa'].flatMap((originator) => [article([told('charged', '2023-01-31'), told('convicted', '2023-06-01')], { originator })]);
    expect(charge(see([...proved, article([told('dismissed', '2023')], { reported: '2024-01-05' })])).status).toBe('convicted');
  });
});

describe('a name', () => {
  const naming = (name: string, originator: string, assertions = [charged]): AssertionSet => ({ ...article(assertions, { originator }), defendants: [{ id: 'dana', name, aliases: ['D. W.'] }] });

  it('is the one that most originators use, then the longest', () => {
    expect(see([naming('Whitlock', 'Basin'), naming('Dana Whitlock', 'Mesa')]).defendants).toMatchObject([{ name: 'Dana Whitlock', aliases: ['D. W.', 'Whitlock'] }]);
    expect(see([naming('Whitlock', 'Basin'), naming('Whitlock', 'Dune'), naming('Dana Whitlock', 'Mesa')]).defendants).toMatchObject([{ name: 'Whitlock' }]);
  });

  it('is not that of an article which was taken back', () => {
    expect(see([naming('Whitlock', 'Basin'), naming('Dana Whitlock-Marsh', 'Mesa', [])]).defendants).toMatchObject([{ name: 'Whitlock', aliases: ['D. W.'] }]);
  });

  it('is the id where no article gives one', () => {
    expect(see([{ ...article([charged]), defendants: [] }]).defendants).toMatchObject([{ id: 'dana', name: 'dana' }]);
  });
});
