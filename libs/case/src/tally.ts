import type { Order } from './order.js';

type Entry<Item> = { readonly key: string; readonly item: Item; count: number };

/** Counts equal items, and looks at the first few only. Data and no closures: a case has several for each fact. */
export type Tally<Item> = { readonly order: Order<Item>; readonly length: number; readonly entries: Map<string, Entry<Item>>; head: Entry<Item>[] };

/**
 * What a fact shows must not cost more for its ten thousandth article than for its tenth, so only the first `length`
 * items are kept in order. An item that leaves them makes the rest be searched: rare, as the rest is most of it.
 */
export function openTally<Item>(order: Order<Item>, length: number): Tally<Item> {
  return { order, length, entries: new Map(), head: [] };
}

export function put<Item>(tally: Tally<Item>, key: string, item: Item): void {
  const known = tally.entries.get(key);
  if (known) {
    known.count += 1;
    return;
  }
  const entry = { key, item, count: 1 };
  tally.entries.set(key, entry);
  place(tally, entry);
}

export function drop<Item>(tally: Tally<Item>, key: string): void {
  const known = tally.entries.get(key);
  if (!known) return;
  known.count -= 1;
  if (known.count > 0) return;
  tally.entries.delete(key);
  if (tally.head.includes(known)) refill(tally, known);
}

/** At most `length` items, in order. */
export const firstOf = <Item>({ head }: Tally<Item>): readonly Item[] => head.map(({ item }) => item);

/** The first of each tally, then the second of each, up to `limit`: one who says much must not crowd out the others. */
export function inTurns<Item>(tallies: readonly Tally<Item>[], limit: number): readonly Item[] {
  const items: Item[] = [];
  const [some] = tallies;
  const turns = Math.max(0, ...tallies.map(({ head }) => head.length));
  for (let turn = 0; some && turn < turns && items.length < limit; turn += 1) {
    items.push(...tallies.flatMap(({ head }) => head[turn]?.item ?? []).toSorted(some.order));
  }
  return items.slice(0, limit);
}

export const sizeOf = <Item>({ entries }: Tally<Item>): number => entries.size;

/** In front of the first that comes after it; what is pushed out at the end is among the rest. */
function place<Item>({ order, length, head }: Tally<Item>, entry: Entry<Item>): void {
  let at = head.length;
  for (let other = head[at - 1]; other && compare(order, entry, other) < 0; other = head[at - 1]) at -= 1;
  if (at >= length) return;
  head.splice(at, 0, entry);
  if (head.length > length) head.pop();
}

function compare<Item>(order: Order<Item>, a: Entry<Item>, b: Entry<Item>): number {
  return order(a.item, b.item) || (a.key < b.key ? -1 : 1);
}

function refill<Item>(tally: Tally<Item>, gone: Entry<Item>): void {
  tally.head = tally.head.filter((entry) => entry !== gone);
  if (tally.entries.size <= tally.head.length) return;
  const shown = new Set(tally.head);
  let next: Entry<Item> | null = null;
  for (const entry of tally.entries.values()) if (!shown.has(entry) && (!next || compare(tally.order, entry, next) < 0)) next = entry;
  if (next) tally.head.push(next);
}
