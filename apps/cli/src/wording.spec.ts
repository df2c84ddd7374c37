import type { StatusChange } from '@docketwire/contracts';
import { describe, expect, it } from 'vitest';
import { changeLine } from './change-line.js';
import { dateWords, offenceWords, standingWords } from './wording.js';
import type { Told } from './wording.js';

const told = (change: Partial<Told> = {}): Told => ({ status: 'charged', since: '2023-01', realis: 'occurred', plea: 'none', refile: null, counts: 2, ...change });
const pleaded = told({ status: 'pleaded', plea: 'not_guilty', since: '2023-02' });
const dismissed = told({ status: 'dismissed', plea: 'not_guilty', since: '2023-04-20', realis: 'announced', refile: 'possible' });

const change = (given: Partial<StatusChange>): StatusChange => ({
  seq: 7,
  epoch: 'e1',
  id: '8b0e5c1e-0f3f-5a44-8f0a-111111111111',
  case: '8b0e5c1e-0f3f-5a44-8f0a-222222222222',
  caseVersion: 3,
  kind: 'advanced',
  knownAt: '2023-04-21T08:00:00.000Z',
  defendant: { id: 'd1', name: 'Dana Whitlock' },
  charge: { id: 'c1', offence: 'involuntary_manslaughter', previousId: null },
  before: null,
  after: null,
  cause: { event: 'x', article: 'harbor-courier/a', revision: null, news: 'new', title: 'A title', url: null, source: 'harbor-courier', quote: null },
  ...given,
});

describe('a change', () => {
  it('is told as a move from one status to the next, with what is known of the new one', () => {
    expect(changeLine(change({ before: pleaded, after: dismissed }))).toBe(
      'Dana Whitlock · 2 counts of involuntary manslaughter: pleaded not guilty → dismissed (announced 20 April 2023, can be filed again) — harbor-courier',
    );
  });

  it('is told in whole on both sides where only the particulars moved', () => {
    const filed = { ...dismissed, realis: 'occurred' as const, since: '2023-04-21' };
    expect(changeLine(change({ kind: 'refined', before: dismissed, after: filed }))).toContain(
      'dismissed (announced 20 April 2023, can be filed again) → dismissed (21 April 2023, can be filed again) [more precise now]',
    );
  });

  it('is told once where no word moved', () => {
    expect(changeLine(change({ kind: 'corroborated', before: pleaded, after: pleaded }))).toContain(': pleaded not guilty (February 2023) [number of sources changed] —');
  });

  it('opens with the status alone, and ends with what is no longer reported', () => {
    expect(changeLine(change({ kind: 'opened', after: told() }))).toContain('manslaughter: charged (January 2023) —');
    expect(changeLine(change({ kind: 'withdrawn', before: told() }))).toContain('charged → no longer reported [withdrawn, no report stands]');
  });

  it('may be about the case as a whole', () => {
    expect(changeLine(change({ kind: 'merged', defendant: null, charge: null }))).toBe('The case: [merged with another case] — harbor-courier');
  });

  it('cannot steer the terminal', () => {
    const hostile = change({ after: told(), defendant: { id: 'd', name: 'Dana\u001b[2J\u009b1mWhitlock\u202e' } });
    expect(changeLine(hostile)).toMatch(/^Dana \[2J 1mWhitlock {2}·/);
  });
});

describe('a status', () => {
  it('never calls a person guilty before a verdict, whatever else is told', () => {
    const open = ['under_investigation', 'arrested', 'charged', 'indicted', 'committed', 'on_trial', 'mistrial', 'dismissed', 'stayed', 'diverted', 'acquitted'] as const;
    for (const status of open) expect(standingWords(told({ status, plea: 'not_guilty' }))).not.toMatch(/guilt|crimin|offender|convict/i);
  });

  it('says whether it can come back only where somebody said so', () => {
    expect(standingWords(told({ status: 'dismissed', since: null, refile: 'unknown' }))).toBe('dismissed');
    expect(standingWords(told({ status: 'dismissed', since: null, refile: 'barred' }))).toBe('dismissed (cannot be filed again)');
    expect(standingWords(told({ status: 'dismissed', since: null, realis: 'announced' }))).toBe('dismissed (announced)');
  });
});

describe('a date', () => {
  it.each([
    ['2023-04-20', '20 April 2023'],
    ['2023-01', 'January 2023'],
    ['2023-Q1', 'quarter 1 of 2023'],
    ['2023', '2023'],
    ['../2023-04-20', 'by 20 April 2023'],
    ['2023-04-20/..', '20 April 2023 or later'],
    ['2023-02-30', '2023-02-30'],
    ['soon', 'soon'],
  ])('%s reads %s', (text, words) => {
    expect(dateWords(text)).toBe(words);
  });
});

describe('an offence', () => {
  it('is told with its counts where they are known', () => {
    expect(offenceWords({ offence: 'involuntary_manslaughter', counts: 1 })).toBe('1 count of involuntary manslaughter');
    expect(offenceWords({ offence: 'unspecified', counts: null })).toBe('an offence not named');
  });
});
