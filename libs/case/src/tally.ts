import type { Order } from './order.js';

/** Counts equal items, and looks at the first few only. */
export type Tally<Item> = Readonly<{
  put(key: string, item: Item): void;
  drop(key: string): void;
  /** At most `length` items, in order. */
  first(): readonly Item[];
  size(): number;
}>;

type Entry<Item> = { readonly key: string; readonly item: Item; count: number };

/**
 * What a fact shows must not cost more for its ten thousandth article than for its tenth, so only the first `length`
 * items are kept in order. An item that leaves them makes the rest be searched: rare, as the rest is most of it.
 */
export function openTally<Item>(order: Order<Item>, length: number): Tally<Item> {
  const entries = new Map<string, Entry<Item>>();
  let head: Entry<Item>[] = [];
  const inOrder = (a: Entry<Item>, b: Entry<Item>): number => order(a.item, b.item) || (a.key < b.key ? -1 : 1);

  const put = (key: string, item: Item): void => {
    const known = entries.get(key);
    if (known) {
      known.count += 1;
      return;
    }
    const entry = { key, item, count: 1 };
    entries.set(key, entry);
    const last = head[length - 1];
    if (!last || inOrder(entry, last) < 0) head = [...head, entry].toSorted(inOrder).slice(0, length);
  };

  const drop = (key: string): void => {
    const known = entries.get(key);
    if (!known) return;
    known.count -= 1;
    if (known.count > 0) return;
    entries.delete(key);
    if (head.includes(known)) refill(known);
  };

  const refill = (gone: Entry<Item>): void => {
    head = head.filter((entry) => entry !== gone);
    if (entries.size <= head.length) return;
    const shown = new Set(head);
    let next: Entry<Item> | null = null;
    for (const entry of entries.values()) if (!shown.has(entry) && (!next || inOrder(entry, next) < 0)) next = entry;
    if (next) head.push(next);
  };

  return { put, drop, first: () => head.map(({ item }) => item), size: () => entries.size };
}
