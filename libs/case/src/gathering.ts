import type { Assertion, AssertionSet } from './assertion.js';
import type { Evidence } from './case-view.js';
import { factId, factKey } from './fact.js';
import type { Fact } from './fact.js';
import { areSame } from './memory.js';
import { by } from './order.js';
import { openPeople, openPlaces } from './people.js';
import type { Person } from './people.js';
import { settledAssertions } from './settling.js';
import { drop, firstOf, inTurns, openTally, put, sizeOf } from './tally.js';
import type { Tally } from './tally.js';
import { fingerprintOf } from './voices.js';
import type { Voice } from './voices.js';

/** What a view is made of: facts and people, and no articles any more. */
export type Gathered = Readonly<{ facts: readonly Fact[]; people: readonly Person[]; /** Where the case is heard, as most originators tell it; null where nobody does, or as many say otherwise. */ jurisdiction: string | null }>;

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
/** What an assertion adds to its fact, under keys that are equal for equal things. */
type Saying = Readonly<{ assertion: Assertion; factKey: string; voice: Voice; voiceKey: string; said: Said; saidKey: string }>;

const BEST_FIRST = by<Said>(({ evidence }) => evidence.reported, ({ confidence }) => -confidence, ({ evidence }) => evidence.article, ({ evidence }) => evidence.quote.start);
const AS_THEY_COME = (): number => 0;

/** The facts of sets that come and go: a set costs what it says, however many there are already. */
export function openGathering(): Gathering {
  const groups = new Map<string, Group>();
  const touched = new Set<string>();
  const people = openPeople();
  const places = openPlaces();
  /* A set that leaves says what it said when it came. */
  const known = new WeakMap<AssertionSet, readonly Saying[]>();
  let last: Gathered = { facts: [], people: people.all(), jurisdiction: null };

  const count = (set: AssertionSet, sign: 1 | -1): void => {
    const sayings = known.get(set) ?? sayingsOf(set);
    known.set(set, sayings);
    people.count(set, sign);
    places.count(set, sign);
    for (const saying of sayings) {
      const group = groups.get(saying.factKey) ?? openGroup(saying.assertion);
      groups.set(saying.factKey, group);
      countIn(group, { set, saying, sign });
      touched.add(saying.factKey);
      if (sizeOf(group.names) === 0) groups.delete(saying.factKey);
    }
  };

  const gathered = (): Gathered => {
    const changed = [...touched].filter((key) => isChanged(groups.get(key)));
    const named = people.all();
    const jurisdiction = places.winner();
    touched.clear();
    if (changed.length === 0 && last.facts.length === groups.size && named === last.people && jurisdiction === last.jurisdiction) return last;
    last = { facts: [...groups.values()].map(factOf).toSorted(by(({ id }) => id)), people: named, jurisdiction };
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

function openGroup(key: Assertion): Group {
  return { id: factId(key), key, speakers: new Map(), names: openTally(by((name) => name), MAX_VOICES), reports: openTally(by((date) => date), 1), fact: null };
}

type Counted = Readonly<{ set: AssertionSet; saying: Saying; sign: 1 | -1 }>;

function countIn(group: Group, { set, saying, sign }: Counted): void {
  const speaker = group.speakers.get(set.originator) ?? openSpeaker(set.originator);
  group.speakers.set(set.originator, speaker);
  tell(speaker.voices, sign, [saying.voiceKey, saying.voice]);
  tell(speaker.said, sign, [saying.saidKey, saying.said]);
  tell(group.names, sign, [set.originator, set.originator]);
  tell(group.reports, sign, [set.reported, set.reported]);
  if (sizeOf(speaker.said) === 0) group.speakers.delete(set.originator);
}

function tell<Item>(tally: Tally<Item>, sign: 1 | -1, [key, item]: readonly [string, Item]): void {
  if (sign > 0) put(tally, key, item);
  else drop(tally, key);
}

function openSpeaker(name: string): Speaker {
  return { name, voices: openTally(AS_THEY_COME, MAX_VOICES), said: openTally(BEST_FIRST, MAX_EVIDENCE) };
}

function sayingsOf(set: AssertionSet): readonly Saying[] {
  const { article, source, originator, revision, url, title, reported } = set;
  const setKey = JSON.stringify([article, source, originator, revision, url, title, reported]);
  return settledAssertions(set).map((assertion) => {
    const { quote, rule, confidence } = assertion;
    const voice = voiceOf(originator, assertion);
    return {
      assertion, factKey: factKey(assertion), voice, voiceKey: JSON.stringify(Object.values(voice)),
      said: { evidence: { article, source, originator, revision, url, title, reported, quote, rule }, confidence },
      saidKey: `${setKey} ${JSON.stringify([quote.text, quote.start, quote.end, rule])} ${confidence}`,
    };
  });
}

function voiceOf(originator: string, { quote, refile, counts, endedBy, mechanism, basis = null, lesser = null, by: appellant = null, against = null, rule }: Assertion): Voice {
  return { originator, words: fingerprintOf(quote.text), refile, counts, endedBy, mechanism, basis, lesser, by: appellant, against, editor: rule === 'editor' };
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

function factOf(group: Group): Fact {
  if (group.fact) return group.fact;
  const { defendant, offence, event, value, when, realis, party } = group.key;
  const speakers = firstOf(group.names).flatMap((name) => group.speakers.get(name) ?? []);
  return {
    id: group.id, defendant, offence, event, value, when, realis, party,
    firstReported: firstOf(group.reports)[0] ?? '',
    voices: inTurns(speakers.map(({ voices }) => voices), MAX_VOICES),
    evidence: inTurns(speakers.map(({ said }) => said), MAX_EVIDENCE).map(({ evidence }) => evidence),
  };
}
