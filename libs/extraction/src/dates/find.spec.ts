import { describe, expect, it } from 'vitest';
import { partialDate } from '@docketwire/kernel';
import { datesOf } from './find.js';

/** A Friday. */
const PUBLISHED = '2024-05-17';
const read = (text: string, before: string | null = null) => datesOf(text, 0, { published: PUBLISHED, before: before === null ? null : partialDate(before) }).map(({ when }) => when);

describe('a date', () => {
  it.each([
    ['on Thursday', '2024-05-16'],
    ['on Friday', '2024-05-17'],
    ['on Saturday', '2024-05-11'],
    ['last Monday', '2024-05-13'],
    ['yesterday', '2024-05-16'],
    ['earlier today', '2024-05-17'],
    ['last month', '2024-04'],
    ['last week', '2024-05'],
    ['last year', '2023'],
    ['in February', '2024-02'],
    ['in June', '2023-06'],
    ['in December 2019', '2019-12'],
    ['in 2011', '2011'],
    ['April 7', '2024-04-07'],
    ['Dec. 6', '2023-12-06'],
    ['3 March 2022', '2022-03-03'],
    ['Tuesday, January 12, 2021', '2021-01-12'],
    ['the 4th of July', '2023-07-04'],
    ['2021-03-09', '2021-03-09'],
    ['13/02/2020', '2020-02-13'],
    ['two years ago', '2022'],
    ['three days ago', '2024-05-14'],
  ])('%s means %s', (text, when) => {
    expect(read(`He was charged ${text}.`)).toEqual([when]);
  });

  it('that counts from another needs that one', () => {
    expect(read('He was charged the following day.', '2022-03-03')).toEqual(['2022-03-04']);
    expect(read('He was charged the following day.')).toEqual([null]);
  });

  it.each(['He may plead.', 'She has two children.', 'The march was long.', 'Section 390 of the code'])('is not found in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('that no calendar has is none', () => {
    expect(read('on February 30, 2023')).toEqual([null]);
  });
});
