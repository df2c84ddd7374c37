import { factsOf } from '@docketwire/case';
import type { AssertionSet, KnownSet, NewsKind } from '@docketwire/case';
import { describe, expect, it } from 'vitest';
import { article, said } from '../test/news.js';
import { takenBack } from './taken-back.js';

type Turn = Readonly<{ assignment: number; known: number; kind?: NewsKind; tells?: readonly string[]; name?: string }>;

/** One article's turn: it tells that a motion was denied on each of the days. */
function turn({ assignment, known, kind = 'update', tells = [], name = 'quay-gazette/1' }: Turn): KnownSet {
  const assertions = tells.map((when) => said({ event: 'motion_denied', when, quote: `denied on ${when}` }));
  return { set: article({ article: name, assignment, kind, reported: '2023-03-10', assertions }), knownFrom: known };
}

function gone(turns: readonly KnownSet[], alsoTold: readonly AssertionSet[] = []) {
  const winners = [...Map.groupBy(turns, ({ set }) => set.article).values()].map((all) => all.toSorted((a, b) => a.set.assignment - b.set.assignment).at(-1)?.set);
  const told = factsOf([...winners.flatMap((set) => set ?? []), ...alsoTold]).map(({ id }) => id);
  return takenBack(turns, new Set(told)).map(({ fact, known, until, by, instead }) => [fact.when, known, until, by.kind, instead.map(({ when }) => when)]);
}

describe('what was taken back', () => {
  it('is told with when it was known, until when, by what, and what is said instead', () => {
    expect(gone([turn({ assignment: 1, known: 10, tells: ['2023-03-06'] }), turn({ assignment: 2, known: 20, kind: 'correction', tells: ['2023-03-07'] })])).toEqual([
      ['2023-03-06', 10, 20, 'correction', ['2023-03-07']],
    ]);
  });

  it('is nothing while the article, or another one, still says it', () => {
    const turns = [turn({ assignment: 1, known: 10, tells: ['2023-03-06'] }), turn({ assignment: 2, known: 20, kind: 'retraction' })];
    expect(gone(turns)).toHaveLength(1);
    expect(gone(turns, [turn({ assignment: 1, known: 5, tells: ['2023-03-06'], name: 'metro-post/2' }).set])).toEqual([]);
    expect(gone([...turns, turn({ assignment: 3, known: 30, kind: 'release', tells: ['2023-03-06'] })])).toEqual([]);
  });

  it('is never what came after the words that outrank it: it was not told at all', () => {
    expect(gone([turn({ assignment: 1, known: 30, tells: ['2023-03-06'] }), turn({ assignment: 2, known: 20, tells: ['2023-03-07'] })])).toEqual([]);
  });

  it('is told once where two articles took back the same, with the later of them', () => {
    const both = ['a/1', 'b/1'].flatMap((name, place) => [turn({ assignment: 1, known: 10, tells: ['2023-03-06'], name }), turn({ assignment: 2, known: 20 + place, kind: 'retraction', name })]);
    expect(gone(both)).toEqual([['2023-03-06', 10, 21, 'retraction', []]]);
  });
});
