/*
 * Reads real stories with the extractor and says how well it did.
 *
 *   npm run eval -- STORIES_DIR [GOLD_DIR] [--out PREDICTIONS_DIR] [--errors] [--before PREDICTIONS_DIR]
 *
 * The stories with gold are split by a fixed hash of their id: errors are printed of one part only. The other is only
 * scored, so that its figure stays a measure of stories that nobody tuned the rules to.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { predictionsOf, read } from './predictions.js';
import { reportOf } from './report.js';
import { scoreStory, surname } from './score.js';
import { loadAll } from './story.js';
import type { GoldEvent, GoldStory, Story } from './story.js';

/** About three stories of five are looked at. */
const LOOKED_AT = 3;
const PARTS = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, errors: { type: 'boolean', default: false }, before: { type: 'string' } },
});
const [storiesDir, goldDir] = positionals;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

if (!storiesDir) {
  process.stderr.write('usage: npm run eval -- STORIES_DIR [GOLD_DIR] [--out PREDICTIONS_DIR] [--errors] [--before PREDICTIONS_DIR]\n');
  process.exit(2);
}

const stories = loadAll<Story>(storiesDir);
const predicted = new Map(stories.map((story) => [story.id, predictionsOf(read(story))]));
print(`${stories.length} stories read, ${[...predicted.values()].flat().length} events`);
if (values.out) save(values.out);
if (goldDir) score(loadAll<GoldStory>(goldDir));
if (values.before) compare(values.before);

export function isLookedAt(id: string): boolean {
  return (createHash('sha256').update(`docketwire-eval:${id}`).digest()[0] ?? 0) % PARTS < LOOKED_AT;
}

function save(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [id, events] of predicted) writeFileSync(join(folder, `${id}.json`), `${JSON.stringify(events, null, 1)}\n`);
}

function score(gold: readonly GoldStory[]): void {
  const scored = gold.map((story) => scoreStory(story, predicted.get(story.id) ?? []));
  print(reportOf('looked at', scored.filter(({ id }) => isLookedAt(id))));
  print(reportOf('only scored', scored.filter(({ id }) => !isLookedAt(id))));
  if (values.errors) for (const story of gold.filter(({ id }) => isLookedAt(id))) printErrors(story);
}

function printErrors(gold: GoldStory): void {
  const events = predicted.get(gold.id) ?? [];
  const { misses, extras, id } = scoreStory(gold, events);
  const has = (key: string, event: GoldEvent): boolean => key.split('|')[1] === event.status && event.defendant.toLowerCase().replace(/["“”'’]/g, '').includes(key.split('|')[0] ?? '');
  for (const key of misses) print(`missed ${id} ${key}\n    ${gold.events.find((event) => has(key, event))?.evidence ?? ''}`);
  for (const key of extras) print(`wrong  ${id} ${key}\n    ${told(textOf(id), events.find((event) => event.asserted && has(key, event)))}`);
  for (const event of gold.events.filter(({ asserted }) => asserted)) printSlots(id, event, events);
}

function textOf(id: string): string {
  return stories.find((story) => story.id === id)?.text ?? '';
}

function printSlots(id: string, event: GoldEvent, events: readonly GoldEvent[]): void {
  const got = events.filter((other) => other.asserted && other.status === event.status && surname(other.defendant) === surname(event.defendant));
  if (!got.length) return;
  const name = `${id} ${event.defendant} ${event.status}`;
  if (event.date && !got.some(({ date }) => date?.startsWith(event.date ?? ''))) print(`date   ${name} ${event.date} got ${got.map(({ date }) => date).join(', ')}`);
  if (event.charges.length && !got.some(({ charges }) => charges.length)) print(`charge ${name} ${event.charges.join(', ')} got none`);
}

function told(text: string, event: GoldEvent | undefined): string {
  return event ? text.slice(event.start, event.end).replace(/\s+/g, ' ') : '';
}

/** What a change of the rules gains and loses, event by event. */
function compare(folder: string): void {
  for (const [id, now] of predicted) {
    const before = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as GoldEvent[];
    const keys = (events: readonly GoldEvent[]): Set<string> => new Set(events.filter(({ asserted }) => asserted).map(({ defendant, status, date }) => `${defendant} ${status} ${date}`));
    for (const key of without(keys(now), keys(before))) print(`+ ${id} ${key}`);
    for (const key of without(keys(before), keys(now))) print(`- ${id} ${key}`);
  }
}

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((each) => !others.has(each));
}
