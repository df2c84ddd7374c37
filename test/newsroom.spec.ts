import { view } from '@docketwire/case';
import type { AssertionSet, CaseView } from '@docketwire/case';
import { sameName } from '@docketwire/identity';
import { dayOf } from '@docketwire/kernel';
import { describe, expect, it } from 'vitest';
import { newRow, takeUpdate } from '../apps/extractor/src/article-row.ts';
import type { ArticleRow } from '../apps/extractor/src/article-row.ts';
import { assertionSet } from '../apps/extractor/src/reading.ts';
import { extract } from '../libs/extraction/src/index.ts';
import { NEWSROOM, newsroomEvents } from './support/newsroom.ts';

/* The sample newsroom through reading and the record alone, without servers: the quick half of `flows/newsroom.spec.ts`. */

describe.each([1] as const)('the sample newsroom, batch %i, as it is read', (batch) => {
  const told = setsOf(batch);
  const on = (date: string): CaseView => view('newsroom', told, { on: dayOf(date) });

  it('accuses its defendants and nobody else', () => {
    const names = on('2099-01-01').defendants.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.values(NEWSROOM.defendants).map(({ name }) => name).toSorted());
  });

  it('lays no offence to anybody that is not theirs', () => {
    const { defendants, charges } = on('2099-01-01');
    const laid = new Set(charges.map(({ defendant, offence }) => `${defendants.find(({ id }) => id === defendant)?.name}: ${offence}`));
    const theirs = new Set(Object.values(NEWSROOM.charges).map(({ defendant, offence }) => `${NEWSROOM.defendants[defendant]?.name}: ${offence}`));
    expect([...laid].filter((one) => !theirs.has(one))).toEqual([]);
  });

  it.each(NEWSROOM.expect.filter((row) => row.batch === batch))('has defendant $defendant $status on $on', ({ on: date, defendant, status }) => {
    expect(on(date).defendants.find(({ name }) => name === NEWSROOM.defendants[defendant]?.name)?.status).toBe(status);
  });
});

/** What the articles of a batch say in the end, as sets of one case. */
function setsOf(batch: 1 | 2): AssertionSet[] {
  const rows = new Map<string, ArticleRow>();
  const bodies = new Map<string, Parameters<typeof extract>[0]>();
  for (const { subject, data } of [...newsroomEvents(1), ...(batch === 2 ? newsroomEvents(2) : [])]) {
    const before = rows.get(subject) ?? newRow(subject, 1);
    const row = takeUpdate(before, data);
    rows.set(subject, { ...row, assignment: 1, caseId: 'newsroom' });
    if (row.body !== before.body && data.text) bodies.set(subject, { title: data.title, text: data.text, published: (data.publishedAt ?? '').slice(0, 10), language: data.language });
  }
  return [...rows.values()].flatMap((row) => {
    const article = bodies.get(row.article);
    if (!article) return [];
    const reading = extract(article);
    return [assertionSet({ row, reading, ids: new Map(reading.defendants.filter(({ named }) => named).map(({ key, name }) => [key, idOf(name)])), here: true })];
  });
}

/** One id for all forms of a defendant's name; a name that is nobody's stays itself. */
function idOf(name: string): string {
  return Object.keys(NEWSROOM.defendants).find((key) => sameName(NEWSROOM.defendants[key]?.name ?? '', name)) ?? name;
}
