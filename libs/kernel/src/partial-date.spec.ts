import { describe, expect, it } from 'vitest';
import { FIRST_DAY, LAST_DAY, dayOf, findPartialDate, isoOf, partialDate, precisionOf, rangeOf } from './partial-date.js';

const days = (text: string) => {
  const { from, to } = rangeOf(partialDate(text));
  return [isoOf(from), isoOf(to)];
};

describe('a partial date', () => {
  it.each([
    ['2023-04-20', 'day', '2023-04-20', '2023-04-20'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-12', 'month', '2023-12-01', '2023-12-31'],
    ['2023-Q1', 'quarter', '2023-01-01', '2023-03-31'],
    ['2023-Q4', 'quarter', '2023-10-01', '2023-12-31'],
    ['2023', 'year', '2023-01-01', '2023-12-31'],
    ['../2023-04-20', 'before', '0001-01-01', '2023-04-20'],
    ['2023-04-20/..', 'after', '2023-04-20', '9999-12-31'],
  ])('%s is known to the %s and means %s to %s', (text, precision, from, to) => {
    expect(precisionOf(partialDate(text))).toBe(precision);
    expect(days(text)).toEqual([from, to]);
  });

  it('may be any day when it is not known', () => {
    expect(rangeOf(null)).toEqual({ from: FIRST_DAY, to: LAST_DAY });
    expect(precisionOf(null)).toBe('unknown');
  });

  it.each(['2023-02-30', '2023-13', '2023-00', '2023-Q5', '23-01-01', 'soon', '', '2023-1', '../2023-02-31'])('is not %j', (text) => {
    expect(findPartialDate(text)).toBeNull();
    expect(() => partialDate(text)).toThrow('Not a partial date');
  });

  it('counts days from 1970', () => {
    expect(dayOf('1970-01-02')).toBe(1);
    expect(dayOf('2023-04-20T23:30:00-07:00')).toBe(dayOf('2023-04-20'));
  });
});
