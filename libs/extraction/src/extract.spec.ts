import { describe, expect, it } from 'vitest';
import { EXTRACTOR_VERSION, extract } from './extract.js';
import type { Extraction } from './extraction.js';

const read = (text: string, published = '2024-05-17'): Extraction => extract({ title: null, text, published, language: null });
const steps = (text: string): string[] => {
  const { assertions, defendants } = read(text);
  return assertions.map(({ defendant, event, value }) => [defendants.find(({ key }) => key === defendant)?.name, event, value].filter(Boolean).join(' '));
};

describe('a story', () => {
  it('gives steps with quotes that stand in it, dates, offences and counts', () => {
    const { text, assertions } = read('Ann Lee, 41, was charged on Thursday with two counts of theft.');
    expect(assertions).toEqual([expect.objectContaining({ event: 'charged', when: '2024-05-16', offence: 'theft', counts: 2, realis: 'occurred', party: false })]);
    for (const { quote } of assertions) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('gives the same twice', () => {
    const text = 'Ann Lee was charged with theft. She pleaded not guilty.';
    expect(read(text)).toEqual(read(text));
  });

  it('in another language is not read, and says so', () => {
    expect(read('Der Richter hat den Angeklagten Hans Roth am Montag zu zwei Jahren Haft wegen Diebstahls verurteilt.')).toMatchObject({ language: 'not_read: de', assertions: [], doubts: [] });
  });

  it('keeps what it does not assert as doubts, with why', () => {
    expect(read('Ann Lee could be charged with theft. She has not been arrested.').doubts.map(({ reason }) => reason)).toEqual(['hypothetical', 'negated']);
  });

  it('that is empty gives nothing', () => {
    expect(read('')).toMatchObject({ assertions: [], defendants: [], doubts: [] });
  });

  it('is read by a numbered extractor', () => {
    expect(EXTRACTOR_VERSION).toBeGreaterThanOrEqual(1);
  });
});

describe('the subject of a step', () => {
  it.each([
    ['Ann Lee, who owned a bar in Orrin until it burned down, was charged with arson.', ['Ann Lee charged']],
    ['Ann Lee, 41, of High Street, Dunmore was charged with arson.', ['Ann Lee charged']],
    ['The mother of Ann Lee was killed; police say Bob Roe was charged with murder.', ['Bob Roe charged']],
    ['Bob Roe was charged with the murder of Ann Lee and jailed for life.', ['Bob Roe charged', 'Bob Roe sentenced']],
    ['Judge Ann Lee sentenced Bob Roe to two years.', ['Bob Roe sentenced']],
    ['The killer of Dunmore teenager Ann Lee, Bob Roe, was convicted.', ['Bob Roe convicted']],
    ['Bob Roe and Ann Lee were acquitted; Tom Poe was convicted.', ['Bob Roe acquitted', 'Ann Lee acquitted', 'Tom Poe convicted']],
  ])('%s', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });
});

describe('hostile text', () => {
  const SIZE = 60_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
  /** Of this thread, so that what else the machine does counts little. */
  const cpuMs = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  /** 50 ms for 10 KB, twice over for a slow machine, and what a cold start costs. */
  const LIMIT_MS = (SIZE / 10_000) * 100 + 1_000;

  it.each([
    ['one letter', 'a'], ['one capital', 'A'], ['quotation marks', '"“‘\'('], ['names', 'Ann Lee, Bob Roe and '], ['tags', '<div><p>'], ['open tags', '<'], ['control characters', '\u0000\u202e'],
    ['line ends', '\n'], ['numbers', '1,'], ['entities', '&#x'], ['hyphens', 'a-'], ['charges', 'charges against the man of '], ['who', 'who who '], ['steps', 'Ann Lee was charged with murder. '],
    ['coordination', 'Ann Lee was charged and '], ['dates', 'Monday, May 3, '], ['counts', 'two counts of '], ['initials', 'A. B. '],
  ])('of %s is read in bounded time', (_, piece) => {
    const text = fill(piece);
    const started = cpuMs();
    const { assertions, text: kept } = read(text);
    expect(cpuMs() - started).toBeLessThan(LIMIT_MS);
    for (const { quote } of assertions) expect(kept.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('of ten megabytes is cut, not read', () => {
    const started = cpuMs();
    expect(read('a'.repeat(10_000_000)).assertions).toEqual([]);
    expect(cpuMs() - started).toBeLessThan(2_000);
  });
});
