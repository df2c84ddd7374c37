import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A real story to measure on; its text stays where it lies. */
export type Story = Readonly<{ id: string; source: string; published: string; title: string; text: string }>;

/** One event of a story, in the words of the gold annotations. */
export type GoldEvent = Readonly<{
  defendant: string;
  named: boolean;
  status: string;
  date: string | null;
  precision: string | null;
  charges: readonly string[];
  counts: number | null;
  asserted: boolean;
  start: number;
  end: number;
}>;

export type GoldStory = Readonly<{ id: string; source: string; events: readonly (GoldEvent & Readonly<{ evidence?: string; modality?: string | null }>)[] }>;

export function loadAll<T>(folder: string): T[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).toSorted().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T);
}
