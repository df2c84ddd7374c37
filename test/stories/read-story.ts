import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '@docketwire/extraction';
import type { Article, Extraction } from '@docketwire/extraction';
import type { Assertion } from '@docketwire/case';

const FOLDER = import.meta.dirname;

/** What a reader of the story should come away with, in the order of the text. */
export type Expected = Readonly<{
  language: string;
  steps: readonly Readonly<Record<string, string | number | boolean>>[];
  /** Why other words were not taken for steps. */
  doubts: readonly string[];
}>;

export const storySlugs = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();

export const expectedPath = (slug: string): string => join(FOLDER, slug, 'expected.json');

/** The front matter gives the day of publication, and the language where the publisher told one. */
export function loadStory(slug: string): Article {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(FOLDER, slug, 'story.md'), 'utf8')) ?? [];
  const field = (name: string): string | null => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? null;
  return { title: field('title'), text, published: field('published') ?? '', language: field('language') };
}

export function readStory(slug: string): Extraction {
  return extract(loadStory(slug));
}

export function toExpected({ language, defendants, assertions, doubts }: Extraction): Expected {
  const nameOf = (key: string): string => {
    const defendant = defendants.find((each) => each.key === key);
    return defendant?.named ? defendant.name : `(${defendant?.name ?? key})`;
  };
  return { language, steps: assertions.map((assertion) => told(nameOf(assertion.defendant), assertion)), doubts: doubts.map(({ reason, rule }) => `${reason}: ${rule.split('@')[0]}`) };
}

/** Without what a story does not tell, so that a person can read it. */
function told(who: string, { event, value, when, realis, offence, counts, refile, endedBy, mechanism, party }: Assertion): Record<string, string | number | boolean> {
  const all = { who, event, value, when, realis: realis === 'announced' ? realis : null, offence, counts, refile, endedBy, mechanism, party: party || null };
  const entries = Object.entries<string | number | boolean | null>(all);
  return Object.fromEntries(entries.flatMap(([name, slot]) => (slot === null || slot === '' ? [] : [[name, slot]])));
}
