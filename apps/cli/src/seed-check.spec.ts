import type { CaseDetail } from '@docketwire/contracts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, table } from '../../../infra/seed/compare.ts';
import { readStory } from '../../../infra/seed/story.ts';
import type { Story } from '../../../infra/seed/story.ts';

const TEXT = 'In May, Dana Whitlock was charged with arson. On Friday, prosecutors dropped the charge.';

const story: Story = {
  source: 'harbor-courier', articleId: 'a', published: '2024-06-09', title: undefined, text: TEXT,
  expect: {
    defendant: 'Dana Whitlock', offence: 'arson', counts: 1, status: 'dismissed', plea: 'none', refile: 'unknown',
    steps: [{ event: 'charged', when: '2024-05', realis: 'occurred' }, { event: 'dismissed', when: '2024-06-07', realis: 'occurred' }],
  },
};

const quoteOf = (words: string, shift = 0) => ({ text: words, start: TEXT.indexOf(words) + shift, end: TEXT.indexOf(words) + words.length + shift });
const step = (event: string, when: string, quote = quoteOf('Dana Whitlock was charged')) => ({ event, value: '', when, realis: 'occurred', inferred: false, evidence: [{ article: 'harbor-courier/a', quote }] });
const charge = (change: object = {}) => ({ offence: 'arson', counts: 1, status: 'dismissed', plea: 'none', refile: 'unknown', history: [step('charged', '2024-05'), step('dismissed', '2024-06-07')], ...change });
const found = (...charges: object[]) => ({ defendants: [{ name: 'Dana Whitlock', charges }] }) as unknown as CaseDetail;

const wrongRows = (detail: CaseDetail | null, about = story) => compare(detail, about).filter(({ holds }) => !holds).map(({ what }) => what);

describe('the check of a story', () => {
  it('holds for a case that says what the story says, whatever later steps imply', () => {
    expect(wrongRows(found(charge()))).toEqual([]);
    expect(wrongRows(found(charge({ history: [step('charged', '2024-05'), { ...step('indicted', '2024-05'), inferred: true }, step('dismissed', '2024-06-07')] })))).toEqual([]);
  });

  it.each([
    ['no case', null, ['defendant', 'charge', 'counts', 'status', 'plea', 'refile', 'step 1', 'step 2', 'quotes']],
    ['another status', found(charge({ status: 'acquitted' })), ['status']],
    ['another number of counts', found(charge({ counts: 2 })), ['counts']],
    ['a second charge', found(charge(), charge({ history: [] })), ['charge']],
    ['a missing step', found(charge({ history: [step('charged', '2024-05')] })), ['step 2']],
    ['a step too many', found(charge({ history: [...charge().history, step('refiled', '2024-07')] })), ['step 3']],
    ['a day where a month was told', found(charge({ history: [step('charged', '2024-05-01'), step('dismissed', '2024-06-07')] })), ['step 1']],
    ['a quote one place off', found(charge({ history: [step('charged', '2024-05', quoteOf('was charged', 1)), step('dismissed', '2024-06-07')] })), ['quotes']],
    ['words that do not stand there', found(charge({ history: [step('charged', '2024-05', { text: 'admitted', start: 0, end: 8 }), step('dismissed', '2024-06-07')] })), ['quotes']],
    ['a step without words', found(charge({ history: [step('charged', '2024-05'), { ...step('dismissed', '2024-06-07'), evidence: [] }] })), ['quotes']],
  ])('fails for %s', (_, detail, rows) => {
    expect(wrongRows(detail)).toEqual(rows);
  });

  it('fails for another person, and for a second one', () => {
    const other = { ...found(charge()).defendants[0], name: 'Ira Whitlock' };
    expect(wrongRows({ defendants: [other] } as unknown as CaseDetail)).toEqual(['defendant']);
    expect(wrongRows({ defendants: [...found(charge()).defendants, { ...other, charges: [] }] } as unknown as CaseDetail)).toEqual(['defendant']);
  });

  it('shows the expected beside the found', () => {
    expect(table(compare(found(charge({ plea: 'guilty' })), story))).toMatch(/^WRONG +plea +none +guilty$/m);
  });
});

describe('a story file', () => {
  let dir = '';
  beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'docketwire-story-'))));
  afterAll(() => rmSync(dir, { recursive: true }));
  const write = (name: string, content: string) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };

  it('may begin with its date, which is no part of the text', () => {
    const read = readStory(write('dated.txt', ' date 2024-06-09 In May, a charge.\n\nMore.\n'), undefined);
    expect(read).toMatchObject({ published: '2024-06-09', text: 'In May, a charge.\n\nMore.', source: 'seed-check' });
  });

  it('is described by the JSON file beside it', () => {
    const file = write('told.txt', TEXT);
    write('told.json', JSON.stringify({ source: 'harbor-courier', articleId: 'a', published: '2024-06-09', title: 'T', expect: story.expect }));
    expect(readStory(file, undefined)).toEqual({ ...story, title: 'T' });
  });

  it('must have a date somewhere', () => {
    expect(() => readStory(write('undated.txt', TEXT), undefined)).toThrow('does not say when it was published');
  });
});
