import { describe, expect, it } from 'vitest';
import { independentOriginators } from './index.js';
import { fingerprintOf, votesOn, winnerOn } from './voices.js';
import type { Voice } from './voices.js';

const voice = (originator: string, said: Partial<Voice> = {}): Voice => ({ originator, words: '', refile: null, counts: null, endedBy: null, mechanism: null, basis: null, lesser: null, by: null, against: null, editor: false, ...said });

describe('independent originators', () => {
  it.each([
    ['nobody', [], 0],
    ['one that says it twice in other words', [['Basin', 'a'], ['Basin', 'b']], 1],
    ['two in their own words', [['Basin', 'a'], ['Mesa', 'b']], 2],
    ['two with the same words', [['Basin', 'a'], ['Mesa', 'a']], 1],
    ['two whose words are too few to compare', [['Basin', ''], ['Mesa', '']], 2],
    ['a chain: the third copies the second, who copies the first', [['Basin', 'a'], ['Mesa', 'a'], ['Mesa', 'b'], ['Dune', 'b']], 1],
    ['a name that equals a text', [['a', 'b'], ['b', 'c']], 2],
  ] as const)('%s', (_, pairs, count) => {
    expect(independentOriginators(pairs)).toBe(count);
    expect(independentOriginators(pairs.toReversed())).toBe(count);
  });
});

describe('a fingerprint of words', () => {
  const words = 'The clerk said on Friday that the charge had been withdrawn';

  it('forgets case, punctuation and spacing, and nothing else', () => {
    expect(fingerprintOf(`“the CLERK said,\non Friday — that the charge had been withdrawn.”`)).toBe(fingerprintOf(words));
    expect(fingerprintOf(words.replace('Friday', 'Monday'))).not.toBe(fingerprintOf(words));
  });

  it('is none for a phrase that anybody may write', () => {
    expect(fingerprintOf('pleaded not guilty on Monday')).toBe('');
  });
});

describe('a vote', () => {
  it('counts those who do not copy each other, and each once for an answer', () => {
    const voices = [voice('Basin', { counts: 2, words: 'x' }), voice('Copy', { counts: 2, words: 'x' }), voice('Basin', { counts: 2, words: 'y' }), voice('Mesa', { counts: 1 })];
    expect(votesOn(voices, 'counts')).toEqual([['1', 1], ['2', 1]]);
  });

  it('is never decided by a tie, nor by those who do not know', () => {
    expect(winnerOn([voice('Basin', { refile: 'possible' }), voice('Mesa', { refile: 'barred' })], 'refile')).toBeNull();
    expect(winnerOn([voice('Basin', { refile: 'unknown' }), voice('Mesa', { refile: 'unknown' }), voice('Dune', { refile: 'barred' })], 'refile')).toBe('barred');
  });
});
