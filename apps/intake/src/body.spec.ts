import { articleUpdateEvent } from '@docketwire/contracts';
import { DocketwireError } from '@docketwire/kernel';
import { describe, expect, it } from 'vitest';
import { checkUpdate, readLines, readOne } from './body.js';

const UPDATE = {
  source: 'harbor-courier',
  articleId: 'a-1',
  kind: 'new',
  publishedAt: '2024-03-05T09:30:00+01:00',
  title: 'A hearing in Port Elm',
  text: 'Dana Whitlock pleaded not guilty on Tuesday.',
};

const STATEMENT = { defendant: 'Dana Whitlock', offence: 'involuntary_manslaughter', event: 'charged', when: '2023-Q1', counts: 2, note: 'Docket 41.' };
const stating = (change: object) => ({ text: null, statements: [STATEMENT, { ...STATEMENT, ...change }] });

function pointersOf(value: unknown): string[] {
  try {
    checkUpdate(value);
    return [];
  } catch (error) {
    const details = error instanceof DocketwireError ? error.details : {};
    return (details['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
  }
}

describe('an update', () => {
  it('is taken with what it leaves out as null', () => {
    expect(checkUpdate(UPDATE)).toMatchObject({ source: 'harbor-courier', revision: null, modifiedAt: null, caseReference: null });
  });

  it.each([
    ['a longest text', { text: 'é'.repeat(200_000) }],
    ['a pair of surrogates', { title: 'A \u{1f4f0} story' }],
    ['tabs and line ends', { text: 'one\ttwo\r\nthree\n' }],
    ['a date without a time', { publishedAt: '2024-03-05' }],
    ['a hold with a revision', { kind: 'hold', text: null, publishedAt: null, revision: 2 }],
    ['statements instead of a text', { text: null, statements: [STATEMENT, { ...STATEMENT, event: 'plea_entered', value: 'not_guilty', when: '../2024-03-05' }] }],
    ['statements that are null', { statements: null }],
    ['a retraction with its time', { kind: 'retraction', text: null, publishedAt: null, modifiedAt: '2024-03-06T08:00:00Z' }],
  ])('is taken with %s', (_, change) => {
    expect(pointersOf({ ...UPDATE, ...change })).toEqual([]);
  });

  it.each([
    ['a text one unit too long', { text: 'x'.repeat(200_001) }, '/text'],
    ['U+0000', { text: 'a\u0000b' }, '/text'],
    ['a control character', { title: 'a\u001bb' }, '/title'],
    ['a lone high surrogate', { text: 'a\ud800' }, '/text'],
    ['a lone low surrogate', { caseReference: '\udc00b' }, '/caseReference'],
    ['no text', { text: null }, '/text'],
    ['no publication date', { publishedAt: null }, '/publishedAt'],
    ['a day that is not in the calendar', { publishedAt: '2023-02-30' }, '/publishedAt'],
    ['a time without an offset', { modifiedAt: '2024-03-05T09:30:00' }, '/modifiedAt'],
    ['a hold that cannot be told from its retry', { kind: 'hold', text: null }, '/modifiedAt'],
    ['a slash in its source', { source: 'a/b' }, '/source'],
    ['an address that is a script', { url: 'javascript:alert(1)' }, '/url'],
    ['an unknown kind', { kind: 'obituary' }, '/kind'],
    ['half a revision', { revision: 1.5 }, '/revision'],
    ['statements beside a text', { statements: [STATEMENT] }, '/statements'],
    ['no statement in its list', { text: null, statements: [] }, '/statements'],
    ['a statement about nobody', stating({ defendant: ' ' }), '/statements/1/defendant'],
    ['an offence in words', stating({ offence: 'Involuntary manslaughter' }), '/statements/1/offence'],
    ['an event that there is none of', stating({ event: 'executed' }), '/statements/1/event'],
    ['a plea that is none', stating({ event: 'plea_entered', value: 'maybe' }), '/statements/1/value'],
    ['a value where the event has none', stating({ value: 'guilty' }), '/statements/1/value'],
    ['a day that is in no calendar', stating({ when: '2023-02-30' }), '/statements/1/when'],
    ['no counts at all', stating({ counts: 0 }), '/statements/1/counts'],
    ['a refiling of what has not ended', stating({ refile: 'possible' }), '/statements/1/refile'],
    ['a control character in a note', stating({ note: 'a\u0000' }), '/statements/1/note'],
    ['a field of a statement that there is none of', stating({ verdict: 'guilty' }), '/statements/1'],
    ['a field that there is none of', { headline: 'x' }, ''],
  ])('is refused with %s, and told where', (_, change, pointer) => {
    expect(pointersOf({ ...UPDATE, ...change })).toEqual([pointer]);
  });

  it.each([null, [], 'text', 7])('is refused when it is %j', (value) => {
    expect(pointersOf(value)).toEqual(['']);
  });

  it('is the same event as before there were statements, where it has none', () => {
    const { statements: _, ...before } = checkUpdate(UPDATE);
    const idOf = (update: Parameters<typeof articleUpdateEvent>[0]) => articleUpdateEvent(update, '2024-03-05T10:00:00Z').id;
    expect(idOf(checkUpdate({ ...UPDATE, statements: null }))).toBe(idOf(before));
    expect(idOf(checkUpdate({ ...UPDATE, text: null, statements: [STATEMENT] }))).not.toBe(idOf(before));
  });

  it('names every problem at once', () => {
    expect(pointersOf({ ...UPDATE, source: 'a b', language: '?', text: '' })).toEqual(expect.arrayContaining(['/source', '/language']));
  });
});

describe('a body', () => {
  it('may hold one value or lines, without the blank ones', () => {
    expect(readOne(Buffer.from('{"a":1}'))).toEqual({ type: 'one', value: { a: 1 } });
    expect(readLines(Buffer.from('{"a":1}\r\n\n  \n[2]\n'))).toEqual({ type: 'lines', lines: ['{"a":1}', '[2]'] });
  });

  it('is refused where its bytes are not UTF-8, instead of being mended', () => {
    expect(() => readOne(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not UTF-8');
    expect(() => readLines(Buffer.from([0xc3]))).toThrow('not UTF-8');
  });

  it('is refused where it is not JSON', () => {
    expect(() => readOne(Buffer.from('{"a":'))).toThrow('not JSON');
    expect(() => readOne(Buffer.from(''))).toThrow('not JSON');
  });
});
