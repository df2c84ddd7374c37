import { CHARGE_EVENTS } from './vocabulary.js';
import type { ChargeEvent } from './vocabulary.js';

export type Order<Item> = (a: Item, b: Item) => number;

/** Compares by the first key, then the second, and so on. Texts compare by code unit, so that every machine agrees. */
export function by<Item>(...keys: readonly ((item: Item) => number | string | boolean)[]): Order<Item> {
  return (a, b) => {
    for (const key of keys) {
      const left = key(a);
      const right = key(b);
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

const PLACES = new Map(CHARGE_EVENTS.map((event, place) => [event, place]));

/** The place of an event among those of one day. */
export const placeInDay = (event: ChargeEvent): number => PLACES.get(event) ?? CHARGE_EVENTS.length;

export function groupsOf<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
