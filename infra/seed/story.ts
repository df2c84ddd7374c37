import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { Refusal } from '../refusal.ts';

/** What must come of a story; what is left out may be anything. */
export type Expectation = Readonly<{
  /** The one person accused. */
  defendant?: string;
  offence: string;
  counts: number;
  status: string;
  plea: string;
  refile: string;
  endedBy?: string;
  /** Every step that is reported, in the order in which it happened. */
  steps: readonly Readonly<{ event: string; when: string; realis: string; plea?: string }>[];
}>;

export type Story = Readonly<{ source: string; articleId: string; published: string; title: string | undefined; text: string; expect: Expectation }>;

type Described = Readonly<{ source: string; articleId?: string; published?: string; title?: string; expect: Expectation }>;

/** A first line may begin with the day of publication; the story's first sentence follows on it. */
const DATED = /^\s*date (\d{4}-\d{2}-\d{2}) /;
/** What a story without a description of its own is compared with. */
const USUAL = join(import.meta.dirname, 'expected.json');

/** The story in a text file, with what stands in `expectation`, else in the JSON file beside it, else in our own. */
export function readStory(file: string, expectation: string | undefined): Story {
  const content = read(file);
  const { source, title, expect, ...described } = JSON.parse(read(expectation ?? besideOf(file))) as Described;
  const published = DATED.exec(content)?.[1] ?? described.published;
  if (!published) throw new Refusal(`${file} does not say when it was published: begin it with "date YYYY-MM-DD ".`);
  const text = content.replace(DATED, '').trim();
  const articleId = described.articleId ?? createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { source, articleId, published, title, text, expect };
}

function besideOf(file: string): string {
  const { dir, name } = parse(file);
  const beside = join(dir, `${name}.json`);
  return existsSync(beside) ? beside : USUAL;
}

function read(file: string): string {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  return readFileSync(file, 'utf8').replace(/^\u{feff}/u, '');
}
