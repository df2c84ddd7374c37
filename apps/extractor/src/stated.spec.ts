import { ArticleUpdateRequest } from '@docketwire/contracts';
import type { Statement } from '@docketwire/contracts';
import { view } from '@docketwire/case';
import { describe, expect, it } from 'vitest';
import { newRow, takeUpdate } from './article-row.js';
import { assertionSet } from './reading.js';
import { statedReading } from './stated.js';

const stated = (...statements: object[]): readonly Statement[] =>
  ArticleUpdateRequest.parse({ source: 'harbor-courier', articleId: '1', kind: 'new', publishedAt: '2023-04-22', statements }).statements ?? [];

const CHARGED = { defendant: 'Dana Whitlock', offence: 'involuntary_manslaughter', event: 'charged', when: '2023-01', counts: 2 };
const DISMISSED = { defendant: 'DANA WHITLOCK', event: 'dismissed', when: '2023-04-21', refile: 'possible', endedBy: 'prosecution', mechanism: 'nolle prosequi', note: 'Entry 41\nof the docket.' };

/** The set that an article of these statements makes about a case. */
function setOf(source: string, statements: readonly Statement[], originator: string | null = null) {
  const update = { ...ArticleUpdateRequest.parse({ source, articleId: '1', kind: 'new', publishedAt: '2023-04-22', statements, originator }), receivedAt: '2023-04-22T10:00:00Z' };
  const reading = statedReading({ by: originator ?? source, statements });
  const row = takeUpdate(newRow(`${source}/1`, 1), update);
  return assertionSet({ row: { ...row, assignment: 1 }, reading, ids: new Map(reading.defendants.map(({ key }) => [key, key])), here: true });
}

describe('what a publisher states', () => {
  it('is a text of one plain sentence a line, of which each quote is exact', () => {
    const { text, assertions } = statedReading({ by: 'harbor-courier', statements: stated(CHARGED, DISMISSED) });
    expect(text).toBe(
      'harbor-courier states: Dana Whitlock: charged; involuntary manslaughter (2 counts); 2023-01.\n' +
        'harbor-courier states: DANA WHITLOCK: dismissed; 2023-04-21; refiling possible; ended by prosecution; nolle prosequi. Entry 41 of the docket.',
    );
    for (const { quote } of assertions) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('says who read it: nobody', () => {
    const { assertions, language } = statedReading({ by: 'harbor-courier', statements: stated(CHARGED) });
    expect([assertions[0]?.rule, language]).toEqual(['publisher', 'not_read: statements']);
  });

  it('is of one person under one name, however the letters are set', () => {
    expect(statedReading({ by: 'harbor-courier', statements: stated(CHARGED, DISMISSED) }).defendants).toHaveLength(1);
  });

  it('goes through the same rules as what is read', () => {
    const { charges } = view('c', [setOf('harbor-courier', stated(CHARGED, DISMISSED))]);
    expect(charges).toMatchObject([{ offence: 'involuntary_manslaughter', status: 'dismissed', refile: 'possible', endedBy: 'prosecution', counts: 2, since: '2023-04-21' }]);
    const acquittedTwice = view('c', [setOf('harbor-courier', stated(CHARGED, DISMISSED, { ...CHARGED, event: 'vacated', when: '2023-05-01', counts: null }))]);
    expect(acquittedTwice.anomalies.map(({ why }) => why)).toEqual(['not_allowed']);
  });

  it('of two publishers is two voices, and of one agency is one', () => {
    const originators = (...sets: ReturnType<typeof setOf>[]) => view('c', sets).charges[0]?.steps[0]?.originators;
    expect(originators(setOf('harbor-courier', stated(CHARGED)), setOf('quay-gazette', stated(CHARGED)))).toBe(2);
    expect(originators(setOf('harbor-courier', stated(CHARGED), 'coast-wire'), setOf('quay-gazette', stated(CHARGED), 'coast-wire'))).toBe(1);
  });
});
