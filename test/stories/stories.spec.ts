import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedPath, readStory, storySlugs, toExpected } from './read-story.js';

const isRewriting = process.env['UPDATE_STORIES'] === '1';
const write = (slug: string): void => writeFileSync(expectedPath(slug), `${JSON.stringify(toExpected(readStory(slug)), null, 2)}\n`);

describe('our stories', () => {
  it('are many enough to cover the traps', () => {
    expect(storySlugs().length).toBeGreaterThanOrEqual(150);
  });

  it.each(storySlugs())('%s reads as a person agreed it should', (slug) => {
    const isNew = !existsSync(expectedPath(slug));
    if (isNew || isRewriting) write(slug);
    expect(isNew, 'the expected file was missing; it is written now: read it').toBe(false);
    expect(toExpected(readStory(slug))).toEqual(JSON.parse(readFileSync(expectedPath(slug), 'utf8')));
  });

  it.each(storySlugs())('%s is quoted exactly', (slug) => {
    const { text, assertions, doubts } = readStory(slug);
    for (const { quote } of [...assertions, ...doubts]) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it.each(storySlugs())('%s gives every step a defendant', (slug) => {
    const { assertions, defendants } = readStory(slug);
    for (const { defendant } of assertions) expect(defendants.map(({ key }) => key)).toContain(defendant);
  });
});
