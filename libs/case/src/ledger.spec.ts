import { describe, expect, it } from 'vitest';
import { CASE, article, told } from '../test/news.js';
import { openLedger, view } from './index.js';
import type { AssertionSet } from './index.js';
import { drop, firstOf, openTally, put, sizeOf } from './tally.js';

const assertion = told('charged', '2023-01-31');
const copy = (n: number, originator = 'Basin'): AssertionSet => article([assertion], { article: `basin/${String(n).padStart(5, '0')}`, originator, reported: '2023-02-01' });

describe('a ledger', () => {
  it('gives nothing for a set that does not win, and nothing for one that changes nothing', () => {
    const ledger = openLedger(CASE, [copy(1), copy(2), copy(3), copy(4)]);
    expect(ledger.put(copy(2))).toBeNull();
    expect(ledger.put(copy(5))).toBeNull();
    expect(ledger.put(article([assertion], { originator: 'Mesa' }))?.after.charges[0]?.steps[0]?.originators).toBe(2);
    expect(ledger.size).toBe(6);
  });

  it('hands out the view before and after', () => {
    const ledger = openLedger(CASE, [copy(1)]);
    const before = ledger.view();
    const entry = ledger.put(article([told('dismissed', '2023-04-20')]));
    expect(entry?.before).toBe(before);
    expect(entry?.after).toBe(ledger.view());
    expect(ledger.view(19_400).charges[0]?.status).toBe('charged');
  });

  it('is opened with the winning revision of each article, in whatever order they are stored', () => {
    const [first, second] = [article([assertion], { article: 'basin/1' }), article([told('dismissed', '2023-04-20')], { article: 'basin/1', assignment: 2 })];
    for (const sets of [[first, second], [second, first]]) expect(openLedger(CASE, sets).view()).toEqual(view(CASE, [second]));
  });

  it.each([
    ['the law of the place, told by an article about somebody else', article([told('stayed', '2023-03-01', { mechanism: 'crown_stay' })]), article([told('charged', '2023-01-31', { defendant: 'bo' })], { jurisdiction: 'CA' })],
    ['a charge of another offence, which replaced the first', article([told('superseded', '2023-03-01')]), article([told('charged', '2023-03-02', { offence: 'affray' })])],
  ])('sees what moves a charge of which nothing new is told: %s', (_, before, news) => {
    const ledger = openLedger(CASE, [copy(1), before]);
    const old = ledger.view().charges;
    ledger.put(news);
    expect(ledger.view()).toEqual(view(CASE, [copy(1), before, news]));
    expect(ledger.view().charges.filter(({ offence, defendant }) => offence === 'assault' && defendant === 'dana')).not.toEqual(old);
  });

  it('keeps a document of one size, whether a hundred or two thousand articles say the same', () => {
    const size = (articles: number) => {
      const ledger = openLedger(CASE, Array.from({ length: articles }, (_, n) => copy(n, `Agency ${String(n).padStart(5, '0')}`)));
      return [JSON.stringify(ledger.view()).length, ledger.put(copy(9_999, 'Agency 09999'))];
    };
    expect(size(2_000)).toEqual(size(100));
  });
});

describe('a tally', () => {
  const tallied = (...keys: readonly string[]) => {
    const tally = openTally<string>((a, b) => (a < b ? -1 : a > b ? 1 : 0), 2);
    for (const key of keys) if (key.startsWith('-')) drop(tally, key.slice(1));
      else put(tally, key, key);
    return [firstOf(tally), sizeOf(tally)];
  };

  it.each([
    [['c', 'b', 'a'], ['a', 'b'], 3],
    [['c', 'b', 'a', '-a'], ['b', 'c'], 2],
    [['a', 'a', '-a', 'b'], ['a', 'b'], 2],
    [['a', '-a', '-a'], [], 0],
    [['d', 'c', 'b', 'a', '-b', '-a'], ['c', 'd'], 2],
  ])('of %j shows %j of %i', (keys, first, size) => {
    expect(tallied(...keys)).toEqual([first, size]);
  });
});
