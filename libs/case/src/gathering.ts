import type { Assertion, AssertionSet } from './assertion.js';
import type { Evidence } from './case-view.js';
import { factId } from './fact.js';
import type { Fact } from './fact.js';
import { by } from './order.js';
import { openPeople } from './people.js';
import type { Person } from './people.js';
import { settledAssertions } from './settling.js';
import { openTally } from './tally.js';
import type { Tally } from './tally.js';
import { fingerprintOf } from './voices.js';
import type { Voice } from './voices.js';

/** What a view is made of: facts and people, and no articles any more. */
export type Gathered = Readonly<{ facts: readonly Fact[]; people: readonly Person[] }>;

export type Gathering = Readonly<{
  add(set: AssertionSet): void;
  remove(set: AssertionSet): void;
  /** The same facts are the same objects as last time. */
  gathered(): Gathered;
}>;

/** More voices than that prove nothing more, and would make a view dearer with every article. */
export const MAX_VOICES = 64;
/** Enough for a reader to check a fact; a case of a thousand articles must still fit a message of 100 KB. */
export const MAX_EVIDENCE = 3;

type Said = Readonly<{ evidence: Evidence; confidence: number }>;
type Speaker = Readonly<{ name: string; voices: Tally<Voice>; said: Tally<Said> }>;
type Group = { readonly id: string; readonly key: Assertion; readonly speakers: Map<string, Speaker>; readonly names: Tally<string>; readonly reports: Tally<string>; fact: Fact | null };

const BEST_FIRST = by<Said>(({ evidence }) => evidence.reported, ({ confidence }) => -confidence, ({ evidence }) => evidence.article, ({ evidence }) => evidence.quote.start);
const AS_THEY_COME = (): number => 0;

/** The facts of sets that come and go: a set costs what it says, however many there are already. */
export function openGathering(): Gathering {
  const groups = new Map<string, Group>();
  const touched = new Set<string>();
  const people = openPeople();
  let last: Gathered = { facts: [], people: [] };

  const count = (set: AssertionSet, sign: 1 | -1): void => {
    people.count(set, sign);
    for (const assertion of distinct(settledAssertions(set))) {
      const id = factId(assertion);
      const group = groups.get(id) ?? openGroup(id, assertion);
      groups.set(id, group);
      countIn(group, { set, assertion, sign });
      touched.add(id);
      if (group.names.size() === 0) groups.delete(id);
    }
  };

  const gathered = (): Gathered => {
    const changed = [...touched].filter((id) => isChanged(groups.get(id)));
    const named = people.all();
    touched.clear();
    const same = JSON.stringify(named) === JSON.stringify(last.people);
    if (changed.length === 0 && last.facts.length === groups.size && same) return last;
    last = { facts: [...groups.values()].map(factOf).toSorted(by(({ id }) => id)), people: same ? last.people : named };
    return last;
  };

  return { add: (set) => count(set, 1), remove: (set) => count(set, -1), gathered };
}

/** All that the sets say, equal assertions together. */
export function gather(sets: Iterable<AssertionSet>): Gathered {
  const gathering = openGathering();
  for (const set of sets) gathering.add(set);
  return gathering.gathered();
}

/** Equal assertions of several articles, each with who says so. */
export const factsOf = (sets: Iterable<AssertionSet>): readonly Fact[] => gather(sets).facts;

/** A set that says the same thing twice says it once. */
function distinct(assertions: readonly Assertion[]): Assertion[] {
  return [...new Map(assertions.map((assertion) => [JSON.stringify(assertion), assertion])).values()];
}

function openGroup(id: string, key: Assertion): Group {
  return { id, key, speakers: new Map(), names: openTally(by((name) => name), MAX_VOICES), reports: openTally(by((date) => date), 1), fact: null };
}

type Counted = Readonly<{ set: AssertionSet; assertion: Assertion; sign: 1 | -1 }>;

function countIn(group: Group, { set, assertion, sign }: Counted): void {
  const speaker = group.speakers.get(set.originator) ?? openSpeaker(set.originator);
  group.speakers.set(set.originator, speaker);
  const voice = voiceOf(set, assertion);
  tell(speaker.voices, sign, [JSON.stringify(voice), voice]);
  const said = { evidence: evidenceOf(set, assertion), confidence: assertion.confidence };
  tell(speaker.said, sign, [JSON.stringify(said), said]);
  tell(group.names, sign, [set.originator, set.originator]);
  tell(group.reports, sign, [set.reported, set.reported]);
  if (speaker.said.size() === 0) group.speakers.delete(set.originator);
}

function tell<Item>(tally: Tally<Item>, sign: 1 | -1, [key, item]: readonly [string, Item]): void {
  if (sign > 0) tally.put(key, item);
  else tally.drop(key);
}

function openSpeaker(name: string): Speaker {
  return { name, voices: openTally(AS_THEY_COME, MAX_VOICES), said: openTally(BEST_FIRST, MAX_EVIDENCE) };
}

function voiceOf({ originator }: AssertionSet, { quote, refile, counts, endedBy, mechanism }: Assertion): Voice {
  return { originator, words: fingerprintOf(quote.text), refile, counts, endedBy, mechanism };
}

function evidenceOf(set: AssertionSet, { quote, rule }: Assertion): Evidence {
  const { article, source, originator, revision, url, title, reported } = set;
  return { article, source, originator, revision, url, title, reported, quote, rule };
}

/** Whether a group says something else than when it was last asked; a further copy of what is there does not. */
function isChanged(group: Group | undefined): boolean {
  if (!group) return true;
  const before = group.fact;
  const now = factOf({ ...group, fact: null });
  if (before && isSame(before, now)) return false;
  group.fact = now;
  return true;
}

/** Tallies hand out the same objects as long as they count them. */
function isSame(a: Fact, b: Fact): boolean {
  return a.firstReported === b.firstReported && areSame(a.voices, b.voices) && areSame(a.evidence, b.evidence);
}

function areSame<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place]);
}

function factOf(group: Group): Fact {
  if (group.fact) return group.fact;
  const { defendant, offence, event, value, when, realis, party } = group.key;
  const speakers = group.names.first().flatMap((name) => group.speakers.get(name) ?? []);
  return {
    id: group.id, defendant, offence, event, value, when, realis, party,
    firstReported: group.reports.first()[0] ?? '',
    voices: inTurns(speakers.map(({ voices }) => voices.first()), AS_THEY_COME).slice(0, MAX_VOICES),
    evidence: inTurns(speakers.map(({ said }) => said.first()), BEST_FIRST).slice(0, MAX_EVIDENCE).map(({ evidence }) => evidence),
  };
}

/** Everybody's first word, then everybody's second: one who writes much must not crowd out the others. */
function inTurns<Item>(speakers: readonly (readonly Item[])[], order: (a: Item, b: Item) => number): Item[] {
  const turns = Math.max(0, ...speakers.map((items) => items.length));
  return Array.from({ length: turns }, (_, turn) => speakers.flatMap((items) => items.slice(turn, turn + 1)).toSorted(order)).flat();
}
