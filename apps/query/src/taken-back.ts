import { factsOf } from '@docketwire/case';
import type { AssertionSet, Fact, KnownSet } from '@docketwire/case';

/** What an article said and no article says any more, who took it back, and what the article says of it instead. */
export type TakenBack = Readonly<{ fact: Fact; known: number; until: number; by: AssertionSet; instead: readonly Fact[] }>;

/**
 * What was taken back, by `known` sets of articles that spoke more than once; `told` are the ids of the facts that some
 * article still tells. The same words that several articles took back are told once, with the last of them.
 */
export function takenBack(known: readonly KnownSet[], told: ReadonlySet<string>): readonly TakenBack[] {
  const each = [...Map.groupBy(known, ({ set }) => set.article).values()].flatMap((sets) => takenBackBy(heard(sets.toSorted(byTurn)), told));
  const last = new Map(each.toSorted((a, b) => a.until - b.until).map((one) => [one.fact.id, one]));
  return [...last.values()];
}

/** Without those that came after what outranks them: they never spoke. */
function heard(turns: readonly KnownSet[]): readonly KnownSet[] {
  return turns.filter(({ knownFrom }, turn) => turns.slice(turn + 1).every((later) => later.knownFrom >= knownFrom));
}

/** The turns of one article, the first one first. */
function takenBackBy(turns: readonly KnownSet[], told: ReadonlySet<string>): readonly TakenBack[] {
  const facts = turns.map(({ set }) => factsOf([set]));
  const now = facts.at(-1) ?? [];
  return turns.flatMap(({ knownFrom }, turn) => {
    const next = turns[turn + 1];
    if (!next) return [];
    const later = new Set(facts.slice(turn + 1).flatMap((said) => said.map(({ id }) => id)));
    const gone = (facts[turn] ?? []).filter(({ id }) => !later.has(id) && !told.has(id));
    return gone.map((fact) => ({ fact, known: knownFrom, until: next.knownFrom, by: next.set, instead: now.filter((other) => tellsOf(other, fact)) }));
  });
}

/** The same event of the same person: another date, another plea, another offence. */
function tellsOf(a: Fact, b: Fact): boolean {
  return a.defendant === b.defendant && a.event === b.event && a.party === b.party && (a.offence === b.offence || a.when === b.when);
}

function byTurn({ set: a }: KnownSet, { set: b }: KnownSet): number {
  return a.assignment - b.assignment || (a.contentHash < b.contentHash ? -1 : 1);
}
