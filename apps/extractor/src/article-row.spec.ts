import type { ArticleUpdate } from '@docketwire/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleRow } from './article-row.js';
import { newRow, stateOf, takeUpdate } from './article-row.js';

const NOON = '2024-03-01T12:00:00Z';
const update = (details: Partial<ArticleUpdate>): ArticleUpdate => ({
  source: 'wire', articleId: '1', kind: 'new', revision: 1, publishedAt: '2024-03-01', modifiedAt: NOON, receivedAt: NOON,
  url: null, language: null, title: null, text: 'x', originator: null, caseReference: null, ...details,
});
const state = ({ body, gate }: ArticleRow) => {
  if (!body) throw new Error('no body');
  return stateOf(body, gate);
};
const rowOf = (...updates: ArticleUpdate[]) => updates.reduce(takeUpdate, newRow('wire/1', 1));

describe('an article', () => {
  it('speaks with its latest revision, whichever came first', () => {
    const row = rowOf(update({ revision: 2, kind: 'correction', text: 'y' }), update({}));
    expect(state(row)).toEqual({ speaks: true, kind: 'correction', revision: 2 });
  });

  it('is silent while held, and speaks when released', () => {
    const hold = update({ kind: 'hold' });
    const release = update({ kind: 'release', modifiedAt: '2024-03-01T13:00:00Z' });
    expect(state(rowOf(update({}), hold))).toMatchObject({ speaks: false, kind: 'hold' });
    expect(state(rowOf(update({}), hold, release))).toMatchObject({ speaks: true, kind: 'release' });
  });

  it('is silent when it was retracted before it came', () => {
    expect(state(rowOf(update({ kind: 'retraction' }), update({})))).toMatchObject({ speaks: false, kind: 'retraction' });
  });

  it('comes back with a higher revision', () => {
    expect(state(rowOf(update({}), update({ kind: 'retraction' }), update({ revision: 2, kind: 'update' })))).toMatchObject({ speaks: true, kind: 'update' });
  });

  it('counts by time where its source gives no revisions', () => {
    const first = update({ revision: null });
    const second = update({ revision: null, kind: 'correction', modifiedAt: '2024-03-01T14:00:00Z' });
    const retraction = update({ revision: null, kind: 'retraction', modifiedAt: '2024-03-01T13:00:00Z' });
    expect(state(rowOf(first, retraction))).toMatchObject({ speaks: false });
    expect(state(rowOf(first, retraction, second))).toMatchObject({ speaks: true, kind: 'correction' });
  });

  it('does not change by an update that comes again or is older', () => {
    const row = rowOf(update({ revision: 2 }), update({ kind: 'hold', revision: 2 }));
    for (const again of [update({ revision: 2 }), update({ revision: 1, text: 'old' }), update({ kind: 'hold', revision: 2 })]) expect(takeUpdate(row, again)).toBe(row);
  });

  it('ends in one state, in whatever order and however often its updates arrive', () => {
    const kinds = ['new', 'update', 'correction', 'hold', 'release', 'retraction'] as const;
    const anyUpdate = fc.record({ kind: fc.constantFrom(...kinds), revision: fc.integer({ min: 1, max: 3 }), minute: fc.integer({ min: 10, max: 13 }), text: fc.constantFrom('a', 'b') });
    const law = fc.property(fc.array(anyUpdate, { maxLength: 7 }), fc.infiniteStream(fc.nat()), (list, order) => {
      const updates = list.map(({ minute, ...rest }) => update({ ...rest, modifiedAt: `2024-03-01T12:${minute}:00Z` }));
      const shuffled = [...updates, ...updates].map((one) => ({ one, key: order.next().value as number })).toSorted((a, b) => a.key - b.key).map(({ one }) => one);
      expect(rowOf(...shuffled)).toEqual(rowOf(...updates));
    });
    fc.assert(law, { seed: 20_261_122, numRuns: 300 });
  });
});
