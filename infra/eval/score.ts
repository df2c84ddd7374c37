import type { GoldEvent, GoldStory } from './story.js';

export type StoryScore = Readonly<{
  id: string;
  source: string;
  isMulti: boolean;
  hits: readonly string[];
  misses: readonly string[];
  extras: readonly string[];
  /** Dates exact, asked, none, wrong. */
  date: readonly [number, number, number, number];
  charge: readonly [number, number];
  leaked: readonly [number, number];
}>;

/** Last name, without quotes, suffixes and accents. */
export function surname(name: string): string {
  const parts = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/["“”'’]/g, '').trim().split(/\s+/);
  while (parts.length > 1 && /^(?:I{1,3}|IV|Jr\.?|Sr\.?)$/.test(parts.at(-1) ?? '')) parts.pop();
  return (parts.at(-1) ?? '').toLowerCase();
}

const keyOf = (event: GoldEvent): string => `${surname(event.defendant)}|${event.status}`;

/** One point per (defendant, status) of a story, as the annotators of the gold count it. */
export function scoreStory(gold: GoldStory, predicted: readonly GoldEvent[]): StoryScore {
  const wanted = Map.groupBy(gold.events.filter((event) => event.asserted && event.named !== false && event.status !== 'other'), keyOf);
  const found = Map.groupBy(predicted.filter((event) => event.asserted && event.named && event.status !== 'other'), keyOf);
  const pairs = [...wanted].flatMap(([key, events]) => (found.has(key) ? events.map((event) => ({ event, got: found.get(key) ?? [] })) : []));
  const refused = gold.events.filter((event) => !event.asserted && event.named !== false && !wanted.has(keyOf(event)));
  return {
    id: gold.id,
    source: gold.source,
    isMulti: new Set(gold.events.filter((event) => event.asserted).map((event) => event.defendant)).size > 1,
    hits: [...wanted.keys()].filter((key) => found.has(key)),
    misses: [...wanted.keys()].filter((key) => !found.has(key)),
    extras: [...found.keys()].filter((key) => !wanted.has(key)),
    date: datesOf(pairs),
    charge: chargesOf(pairs),
    leaked: [refused.filter((event) => found.has(keyOf(event))).length, refused.length],
  };
}

type Pair = Readonly<{ event: GoldEvent; got: readonly GoldEvent[] }>;

function datesOf(pairs: readonly Pair[]): [number, number, number, number] {
  const dated = pairs.filter(({ event }) => event.date);
  const exact = dated.filter(({ event, got }) => got.some(({ date }) => isDateRight(date, event.date ?? ''))).length;
  const none = dated.filter(({ got }) => got.every(({ date }) => !date)).length;
  return [exact, dated.length, none, dated.length - exact - none];
}

/** Right when it says the gold date, or something finer inside it. */
function isDateRight(got: string | null, wanted: string): boolean {
  return got !== null && got.length >= wanted.length && got.startsWith(wanted);
}

function chargesOf(pairs: readonly Pair[]): [number, number] {
  const charged = pairs.filter(({ event }) => event.charges.length);
  return [charged.filter(({ event, got }) => overlaps(wordsOf(event.charges), got)).length, charged.length];
}

function overlaps(wanted: ReadonlySet<string>, got: readonly GoldEvent[]): boolean {
  return got.some(({ charges }) => [...wordsOf(charges)].some((word) => wanted.has(word)));
}

const wordsOf = (texts: readonly string[]): Set<string> => new Set(texts.join(' ').toLowerCase().match(/[a-z]{4,}/g) ?? []);
