import { CHARGE_EVENTS } from '@docketwire/case';
import { partialDate } from '@docketwire/kernel';
import { describe, expect, it } from 'vitest';
import { dateWords, instantWords, whenWords } from './dates.js';
import { stepDates, stepTitle } from './step-wording.js';

const dates = (when: string | null, detail: { realis?: 'announced' | 'occurred'; announcedOn?: string; occurredOn?: string; inferred?: boolean } = {}) =>
  stepDates({
    event: 'dismissed',
    when: when === null ? null : partialDate(when),
    realis: detail.realis ?? 'occurred',
    inferred: detail.inferred ?? false,
    announcedOn: detail.announcedOn ? partialDate(detail.announcedOn) : null,
    occurredOn: detail.occurredOn ? partialDate(detail.occurredOn) : null,
  });

describe('the dates of a step', () => {
  it.each([
    [dates('2023-01'), 'January 2023'],
    [dates('2023-04-20', { realis: 'announced', announcedOn: '2023-04-20' }), 'announced 20 April 2023'],
    [dates('2023-04-21', { announcedOn: '2023-04-20', occurredOn: '2023-04-21' }), 'announced 20 April 2023, filed 21 April 2023'],
    [dates('2023-04-21', { announcedOn: '2023-04-21', occurredOn: '2023-04-21' }), '21 April 2023'],
    [dates('2023-03-02', { inferred: true }), 'no later than 2 March 2023'],
    [dates(null), 'date not reported'],
  ])('are told as %j', (told, words) => {
    expect(told).toBe(words);
  });
});

describe('a step’s title', () => {
  it.each(CHARGE_EVENTS)('of %s says when it was only announced', (event) => {
    expect(stepTitle({ event, value: '', realis: 'announced' })).toMatch(/announced$/);
    expect(stepTitle({ event, value: '', realis: 'occurred' })).not.toMatch(/announced/);
  });

  it('names the plea and the custody', () => {
    expect(stepTitle({ event: 'plea_entered', value: 'not_guilty', realis: 'occurred' })).toBe('Pleaded not guilty');
    expect(stepTitle({ event: 'plea_entered', value: 'no_contest', realis: 'announced' })).toBe('Plea announced: Pleaded no contest');
    expect(stepTitle({ event: 'custody_changed', value: 'on_bail', realis: 'occurred' })).toBe('On bail');
    expect(stepTitle({ event: 'plea_entered', value: 'something else', realis: 'occurred' })).toBe('Plea entered');
  });
});

describe('a date', () => {
  it.each([
    ['2023-04-05', '5 April 2023', ' on 5 April 2023'],
    ['2023-01', 'January 2023', ' in January 2023'],
    ['2023-Q3', 'the third quarter of 2023', ' in the third quarter of 2023'],
    ['2023', '2023', ' in 2023'],
    ['../2023-04-05', '5 April 2023 at the latest', ' by 5 April 2023'],
    ['2023-04-05/..', '5 April 2023 at the earliest', ' on or after 5 April 2023'],
  ])('%s keeps its precision', (date, words, when) => {
    expect([dateWords(partialDate(date)), whenWords(partialDate(date))]).toEqual([words, when]);
  });

  it('that nobody knows is left out of a sentence', () => {
    expect([dateWords(null), whenWords(null)]).toEqual(['a date that is not reported', '']);
  });

  it('with a time is told in UTC, and says so', () => {
    expect(instantWords(new Date('2023-04-20T23:30:00-07:00'))).toBe('21 April 2023, 06:30 UTC');
  });
});
