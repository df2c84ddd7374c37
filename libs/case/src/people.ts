import type { AssertionSet, NamedDefendant } from './assertion.js';
import { by } from './order.js';

/** A defendant under the name that most originators use. */
export type Person = Readonly<{ id: string; name: string; aliases: readonly string[] }>;

export type People = Readonly<{ count(set: AssertionSet, sign: 1 | -1): void; /** The same list as last time where nobody is named otherwise. */ all(): readonly Person[] }>;

/** Where the case is heard. */
export type Places = Readonly<{ count(set: AssertionSet, sign: 1 | -1): void; winner(): string | null }>;

type Names = Map<string, Map<string, number>>;

export function openPeople(): People {
  const names = new Map<string, Names>();
  const aliases = new Map<string, Names>();
  let all: readonly Person[] = [];
  let changed = false;
  return {
    count: (set, sign) => {
      for (const { id, name, aliases: others } of spokenOf(set)) {
        changed = countName(names, { id, name, originator: set.originator, sign }) || changed;
        for (const other of others) changed = countName(aliases, { id, name: other, originator: set.originator, sign }) || changed;
      }
    },
    all: () => {
      if (changed) all = samePeople(all, [...names].map(([id, told]) => personOf(id, told, aliases.get(id))).toSorted(by(({ id }) => id)));
      changed = false;
      return all;
    },
  };
}

export function openPlaces(): Places {
  const places = new Map<string, Names>();
  return {
    count: ({ jurisdiction, originator, assertions }, sign) => {
      if (jurisdiction && assertions.length) countName(places, { id: 'case', name: jurisdiction, originator, sign });
    },
    winner: () => {
      const [first, second] = [...(places.get('case') ?? [])].toSorted(by(([, originators]) => -originators.size));
      return first && first[1].size !== second?.[1].size ? first[0] : null;
    },
  };
}

/** Those of `before` who are still named so: whoever looks at them again finds nothing changed. */
function samePeople(before: readonly Person[], now: readonly Person[]): readonly Person[] {
  const kept = now.map((person) => before.find((known) => JSON.stringify(known) === JSON.stringify(person)) ?? person);
  return kept.length === before.length && kept.every((person, place) => person === before[place]) ? before : kept;
}

/** An article that was taken back, and still says whom it was about, names nobody. */
function spokenOf({ defendants, assertions }: AssertionSet): readonly NamedDefendant[] {
  return defendants.filter(({ id }) => assertions.some(({ defendant }) => defendant === id));
}

type Count = Readonly<{ id: string; name: string; originator: string; sign: 1 | -1 }>;

/** Whether the name is used by more originators than before, or by fewer. */
function countName(people: Map<string, Names>, { id, name, originator, sign }: Count): boolean {
  const names: Names = people.get(id) ?? new Map();
  const originators = names.get(name) ?? new Map<string, number>();
  const uses = (originators.get(originator) ?? 0) + sign;
  originators.set(originator, uses);
  if (uses === 0) originators.delete(originator);
  names.set(name, originators);
  if (originators.size === 0) names.delete(name);
  people.set(id, names);
  if (names.size === 0) people.delete(id);
  return uses === 0 || uses === sign;
}

/** Most originators, then the longest (it leaves least out), then by alphabet. */
function personOf(id: string, told: Names, aliases: Names | undefined): Person {
  const [name = id] = [...told.keys()].toSorted(by((each) => -(told.get(each)?.size ?? 0), (each) => -each.length, (each) => each));
  const others = new Set([...told.keys(), ...(aliases?.keys() ?? [])]);
  others.delete(name);
  return { id, name, aliases: [...others].toSorted() };
}
