import { factsOf, view } from '@docketwire/case';
import type { AssertionSet, KnownSet } from '@docketwire/case';
import type { StatusChange } from '@docketwire/contracts';
import type { StoredCase } from '@docketwire/projection';
import { describe, expect, it } from 'vitest';
import { caseId, change, summary } from '../../test/case-file.js';
import { DANA, WHITLOCK_NEWS, article, said } from '../../test/news.js';
import { takenBack } from '../taken-back.js';
import { renderCase, renderError, renderList } from './render.js';

const ID = caseId('page');
const NOW = { on: null, knownAt: null };
const AT = new Date('2023-04-22T10:00:00Z');

function stored(sets: readonly AssertionSet[], detail: Partial<StoredCase> = {}): StoredCase {
  const seen = view(ID, sets);
  const accusedDefendants = seen.defendants.map(({ id }) => id);
  return { caseId: ID, version: 1, viewVersion: 1, aliasOf: null, lastSeq: 9, epoch: 'e1', updatesPending: false, state: seen.state, accused: true, accusedDefendants, articles: sets.length, openedAt: AT, changedAt: AT, view: seen, ...detail };
}

type Told = { detail?: Partial<StoredCase>; changes?: StatusChange[]; moment?: { on: string | null; knownAt: string | null }; known?: readonly KnownSet[] };

function casePage(sets: readonly AssertionSet[], { detail = {}, changes = [], moment = NOW, known = [] }: Told = {}) {
  const record = stored(sets, detail);
  const facts = factsOf(sets).map(({ id }) => id);
  return renderCase({ shown: { stored: record, view: record.view, facts, articles: record.articles, moment }, changes, corrections: takenBack(known, new Set(facts)) });
}

const listPage = (cases: readonly StoredCase[], name = '') => renderList({ stored: cases, cursor: null, feed: { epoch: 'e1', seq: 9 }, search: { name } });
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the list', () => {
  it('says of each charge where it stands in one plain sentence', () => {
    expect(textOf(listPage([stored(WHITLOCK_NEWS)]))).toContain('Dana Whitlock : involuntary manslaughter (2 counts) — dismissed on 21 April 2023 (announced on 20 April 2023), can be filed again');
  });

  it('leaves out people nobody has accused', () => {
    expect(listPage([stored(WHITLOCK_NEWS, { accusedDefendants: [] })])).not.toContain('Whitlock');
  });

  it('follows the feed from where it was read', () => {
    expect(listPage([])).toContain('data-stream="/v1/changes/stream?epoch=e1&amp;lastEventId=9"');
  });
});

describe('the page of a case', () => {
  it('tells every step with its quote, its source and a link to the words', () => {
    const text = textOf(casePage(WHITLOCK_NEWS));
    for (const words of ['January 2023', 'announced 20 April 2023, filed 21 April 2023', 'Reported by 2 independent sources', 'Whitlock pleaded not guilty on Thursday', 'Harbor Courier', 'presumed innocent']) expect(text).toContain(words);
    expect(casePage(WHITLOCK_NEWS)).toContain('href="https://harbor-courier.example/7#:~:text=Whitlock%20pleaded');
  });

  it('has the newest step first', () => {
    const text = textOf(casePage(WHITLOCK_NEWS)).split('what was reported')[1] ?? '';
    expect(text.indexOf('filed 21 April 2023')).toBeLessThan(text.indexOf('9 February 2023'));
    expect(text.indexOf('9 February 2023')).toBeLessThan(text.indexOf('January 2023'));
  });

  it('strikes through what it said before, and says why', () => {
    const corrected = change({ case: ID, n: 1, kind: 'corrected', before: summary('convicted', '2023-05-30'), after: summary('acquitted', '2023-05-30'), cause: { ...change({ case: ID, n: 1 }).cause, news: 'correction', revision: 2 } });
    const html = casePage(WHITLOCK_NEWS, { changes: [{ seq: 7, epoch: 'e1', ...corrected }] });
    expect(html).toContain('<del>Convicted on 30 May 2023, no sentence reported</del>');
    expect(html).toContain('<ins>Acquitted on 30 May 2023</ins>');
    expect(textOf(html)).toContain('A correction: A headline , Quay Gazette, revision 2');
  });

  it('strikes an old value through beside the new one, with what corrected it and when', () => {
    const plea = (assignment: number, when: string) => article({ article: 'metro-post/5', assignment, revision: assignment, kind: assignment === 1 ? 'new' : 'correction', title: 'Plea hearing', reported: '2023-03-10', assertions: [said({ event: 'motion_denied', when, quote: `the motion failed on ${when}` })] });
    const known = [plea(1, '2023-03-06'), plea(2, '2023-03-07')].map((set, place) => ({ set, knownFrom: Date.UTC(2023, 2, 10 + place, 9) }));
    const timeline = casePage([...WHITLOCK_NEWS, plea(2, '2023-03-07')], { known }).split('what was reported')[1] ?? '';
    expect(timeline).toContain('<del>Motion denied, 6 March 2023 (involuntary manslaughter)</del>');
    expect(textOf(timeline)).toContain('7 March 2023 involuntary manslaughter said before: Motion denied, 6 March 2023 (involuntary manslaughter) . A correction, 11 March 2023, 09:00 UTC : Plea hearing , Metro Post, revision 2.');
  });

  it('keeps what was taken back in its place, struck through, and does not where another article still says it', () => {
    const quashed = article({ article: 'metro-post/6', assignment: 1, title: 'A trial', reported: '2023-03-02', assertions: [said({ event: 'motion_denied', when: '2023-03-01', quote: 'denied' })] });
    const empty = article({ article: 'metro-post/6', assignment: 2, kind: 'retraction', title: 'A trial', reported: '2023-03-02', assertions: [] });
    const known = [quashed, empty].map((set, place) => ({ set, knownFrom: Date.UTC(2023, 2, 3 + place) }));
    const timeline = textOf(casePage([...WHITLOCK_NEWS, empty], { known }).split('what was reported')[1] ?? '');
    expect(timeline).toContain('no longer said: Motion denied');
    expect(timeline).not.toContain('What was said');
    expect(timeline).toContain('An article retracted by its publisher, 4 March 2023, 00:00 UTC : A trial');
    expect(timeline.indexOf('announced 20 April')).toBeLessThan(timeline.indexOf('no longer said'));
    expect(timeline.indexOf('no longer said')).toBeLessThan(timeline.indexOf('9 February 2023'));
    const backed = { ...quashed, article: 'quay-gazette/8' };
    expect(casePage([...WHITLOCK_NEWS, empty, backed], { known })).not.toContain('no longer said');
  });

  it('quotes what an article no longer says, but never the words of one that was retracted or is held', () => {
    const turn = (assignment: number, kind: 'new' | 'update' | 'hold') => article({ article: 'metro-post/6', assignment, kind, reported: '2023-03-02', assertions: assignment === 1 ? [said({ event: 'motion_denied', when: '2023-03-01', quote: 'the motion failed' })] : [] });
    const pageAfter = (kind: 'update' | 'hold') => casePage([...WHITLOCK_NEWS, turn(2, kind)], { known: [turn(1, 'new'), turn(2, kind)].map((set, place) => ({ set, knownFrom: place })) });
    expect(pageAfter('update')).toContain('the motion failed');
    expect(pageAfter('hold')).toContain('no longer said');
    expect(pageAfter('hold')).not.toContain('the motion failed');
  });

  it('marks what its publisher stated as data, and does not look for it in a text', () => {
    const stated = article({ article: 'metro-post/7', reported: '2023-03-02', assertions: [said({ event: 'motion_denied', when: '2023-03-01', rule: 'publisher', quote: 'metro-post states: Dana Whitlock: motion denied; 2023-03-01.' })] });
    const html = casePage([...WHITLOCK_NEWS, stated]);
    expect(html).toContain('stated by the publisher, not read from text');
    expect(html).toContain('href="https://metro-post.example/7" rel');
    expect(casePage(WHITLOCK_NEWS)).not.toContain('stated by the publisher');
  });

  it('leads from a charge that reports disagree on to what they say', () => {
    const odd = article({ article: 'metro-post/1', reported: '2023-03-01', assertions: [said({ event: 'conviction_reinstated', when: '2023-02-20', quote: 'reinstated' })] });
    expect(casePage([...WHITLOCK_NEWS, odd])).toContain('<a href="#beside">Reports disagree</a>');
    expect(casePage(WHITLOCK_NEWS)).not.toContain('#beside');
  });

  it('asks for both clocks, and keeps what was asked', () => {
    const html = casePage(WHITLOCK_NEWS, { moment: { on: '2023-02-01', knownAt: '2023-04-20T11:00:00+02:00' } });
    expect(html).toMatch(/name="on" type="date" value="2023-02-01"/);
    expect(html).toMatch(/name="knownAt" type="datetime-local" step="1" value="2023-04-20T09:00:00"/);
  });

  it('puts a step without a date where it was first reported', () => {
    const undated = article({ article: 'metro-post/3', reported: '2023-02-01', assertions: [said({ event: 'motion_denied', quote: 'the judge denied a motion' })] });
    const text = textOf(casePage([...WHITLOCK_NEWS, undated])).split('what was reported')[1] ?? '';
    expect(text).toContain('date not reported; first reported 1 February 2023');
    expect(text.indexOf('9 February 2023')).toBeLessThan(text.indexOf('Motion denied'));
    expect(text.indexOf('Motion denied')).toBeLessThan(text.indexOf('January 2023'));
  });

  it('says so where a correction leaves the status as it was', () => {
    const same = change({ case: ID, n: 3, kind: 'corrected', before: summary('charged'), after: summary('charged') });
    const html = casePage(WHITLOCK_NEWS, { changes: [{ seq: 8, epoch: 'e1', ...same }] });
    expect(html).toContain('Charged (as before; its history or proof changed)');
    expect(html).not.toContain('<del>');
  });

  it('shows what disagrees instead of hiding it', () => {
    const odd = article({ article: 'metro-post/1', reported: '2023-03-01', assertions: [said({ event: 'conviction_reinstated', when: '2023-02-20', quote: 'the conviction was reinstated' })] });
    expect(textOf(casePage([...WHITLOCK_NEWS, odd]))).toContain('The charge stood where this cannot happen');
  });

  it('shows what somebody says who does not decide it, apart from the record', () => {
    const counsel = article({ article: 'metro-post/2', reported: '2023-03-01', assertions: [said({ event: 'dismissed', when: '2023-07', realis: 'announced', party: true, quote: 'it will be over by July' })] });
    const [record, beside] = textOf(casePage([...WHITLOCK_NEWS, counsel])).split('Where reports disagree');
    expect(record).not.toContain('over by July');
    expect(beside).toContain('over by July');
  });

  it('is live and may be indexed in the present alone', () => {
    expect(casePage(WHITLOCK_NEWS)).toContain(`data-stream="/v1/changes/stream?case=${ID}&amp;includePreCharge=true&amp;epoch=e1&amp;lastEventId=9"`);
    const past = casePage(WHITLOCK_NEWS, { moment: { on: '2023-02-01', knownAt: null } });
    expect(past).toContain('You are seeing the case as of 1 February 2023');
    expect(past).toContain('<meta name="robots" content="noindex"');
    expect(past).not.toContain('data-stream');
  });

  it('of people nobody has accused is not indexed', () => {
    expect(casePage(WHITLOCK_NEWS)).not.toContain('noindex');
    expect(casePage(WHITLOCK_NEWS, { detail: { accused: false } })).toContain('noindex');
  });

  it('says when something may be missing', () => {
    expect(casePage(WHITLOCK_NEWS, { detail: { updatesPending: true } })).toContain('Something may be missing');
  });

  it('of a case of which nothing is left says so', () => {
    expect(textOf(casePage([]))).toContain('No report that stands says anything about this case');
  });
});

describe('hostile text', () => {
  const XSS = '</blockquote><script>alert(1)</script><img src=x onerror="alert(2)">';
  const sets = [
    article({
      article: 'evil/1', reported: '2023-03-03', url: 'javascript:alert(3)', title: XSS, source: XSS, originator: `${XSS}2`,
      defendants: [{ ...DANA, name: `Dana ${XSS}`, aliases: [XSS] }],
      assertions: [said({ event: 'charged', when: '2023-03-02', quote: XSS, offence: '<b>x</b>' }), said({ event: 'dismissed', party: true, quote: XSS })],
    }),
  ];
  const changes = [{ seq: 1, epoch: '"><script>', ...change({ case: ID, n: 2, kind: 'reverted', cause: { ...change({ case: ID, n: 2 }).cause, url: 'javascript:alert(4)', title: XSS, source: XSS, quote: XSS } }) }];

  it.each([
    ['the page of a case', () => casePage(sets, { changes, detail: { epoch: '"><script>alert(5)</script>' } })],
    ['the list', () => listPage([stored(sets)], `"><script>alert(6)</script>`)],
    ['an error', () => renderError({ status: 400, title: XSS })],
  ])('stays text on %s', (_, page) => {
    const html = page();
    expect(html).toMatch(/&lt;script|%3Cscript/);
    const tags = html.match(/<[a-z!/][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /^<(?:img|b)\b|\son\w+=|javascript:/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<script/i.test(tag)).every((tag) => /^<script src="\/assets\/live\.[0-9a-f]{12}\.js" defer/.test(tag))).toBe(true);
  });
});
