import { describe, expect, it } from 'vitest';
import { article, see, told } from '../test/news.js';
import { diff, findCausingQuote } from './index.js';
import type { AssertionSet } from './index.js';

const three = ['Basin', 'Mesa', 'Dune'].map((originator) => article([told('charged', '2023-01-31', { quote: `${originator} says so` })], { originator }));

function quoted(past: readonly AssertionSet[], set: AssertionSet) {
  return diff(see(past), see([...past, set]), { kind: set.kind }).map((change) => [change.kind, findCausingQuote(change, set)?.text ?? null]);
}

describe('the words that caused a change', () => {
  it('are found behind a step that three earlier articles support', () => {
    const fourth = article([told('charged', '2023-01-31', { quote: 'the fourth to say so' })], { originator: 'Cove', reported: '2023-03-01' });
    expect(see([...three, fourth]).charges[0]?.steps[0]?.evidence.map(({ originator }) => originator)).not.toContain('Cove');
    expect(quoted(three, fourth)).toEqual([['corroborated', 'the fourth to say so']]);
  });

  it('are those of the latest step that the news tells, also where it gives the date in another sentence', () => {
    const news = article([told('charged', '2023-01-31'), told('dismissed', '2023-04-20', { quote: 'dropped on Thursday' }), told('plea_entered', null, { quote: 'denies it' })], { originator: 'Cove' });
    expect(quoted(three, news)).toEqual([['advanced', 'dropped on Thursday']]);
  });

  it('are those of a conflict, and none where the news takes something back', () => {
    const odd = article([told('declined', '2023-06-01', { quote: 'no charge was brought' })], { originator: 'Cove' });
    expect(quoted(three, odd)).toEqual([['conflict_opened', 'no charge was brought']]);
    expect(quoted([...three, odd], article([], { article: odd.article, assignment: 2, kind: 'retraction' }))).toEqual([['conflict_resolved', null]]);
  });
});
