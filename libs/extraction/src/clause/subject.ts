import { ADVERBS, AUXILIARIES, BE, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS, VERBS } from '../lexicon/words.js';
import { SPEECH } from '../lexicon/people.js';
import { listFrom } from './object.js';
import { isStructure, isVerb, kindAt, wordAt } from './units.js';
import type { Unit } from './units.js';
import { verbGroupAt } from './verb-group.js';

/** Whom a step is said of: persons, a thing (`the charges`), or nobody in this sentence. */
export type Reference = Readonly<{ kind: 'persons'; units: readonly Unit[] }> | Readonly<{ kind: 'thing'; word: string; unit: Unit | null }> | Readonly<{ kind: 'none' }>;

const NONE: Reference = { kind: 'none' };
/** A subject stands nearer than this to its verb; the bound keeps the walk short on any text. */
const FARTHEST = 60;
const DASHES = new Set(['—', '–', '-']);

/** The subject of the verb group that begins at `at`, by a walk to the left over what may stand between. */
export function subjectOf(units: readonly Unit[], at: number, depth = 0): Reference {
  if (depth > 4) return NONE;
  let left = at - 1;
  for (let steps = 0; steps < FARTHEST && left >= 0; steps += 1) {
    const found = look(units, left, { depth, origin: at });
    if (typeof found !== 'number') return found;
    left = found;
  }
  return NONE;
}

/** `a man charged with`, `for X, 23, charged with`: a bare participle speaks of the nearest noun, whatever governs that. */
export function nearestOf(units: readonly Unit[], at: number): Reference {
  let left = at - 1;
  while (left >= 0 && (kindAt(units, left) === 'date' || ADVERBS.has(wordAt(units, left)))) left -= 1;
  if (wordAt(units, left) === ',' || wordAt(units, left) === ')') {
    const open = wordAt(units, left) === ')' ? openerBefore(units, left, new Set(['('])) : insertionBefore(units, left);
    left = open < left ? open - 1 : left - 1;
  }
  return kindAt(units, left) === 'person' ? persons(units, startOfList(units, left), left) : subjectOf(units, at);
}

/** What the unit tells: the subject itself, or the place from which to look on. */
type Walk = Readonly<{ depth: number; origin: number }>;

function look(units: readonly Unit[], at: number, walk: Walk): Reference | number {
  const { depth } = walk;
  const unit = units[at] as Unit;
  if (unit.kind === 'date' || ADVERBS.has(unit.lower) || (unit.kind === 'word' && unit.lower.endsWith('ly'))) return at - 1;
  if (unit.kind === 'person') return atPerson(units, at, walk);
  if (unit.kind === 'number' && wordAt(units, at - 1) === ',' && kindAt(units, at - 2) === 'person') return at - 2;
  if (unit.kind === 'mark') return atMark(units, at);
  if (RELATIVES.has(unit.lower) && unit.lower !== 'whose') return antecedent(units, at);
  if (CONJUNCTIONS.has(unit.lower)) return atConjunction(units, at, depth);
  if (PREPOSITIONS.has(unit.lower) || SUBORDINATORS.has(unit.lower)) return atPreposition(units, at, depth);
  if (isVerb(unit.lower)) return subjectOf(units, verbGroupAt(units, at).start, depth + 1);
  return atNoun(units, at);
}

function atPerson(units: readonly Unit[], at: number, { origin }: Walk): Reference | number {
  const first = startOfList(units, at);
  const before = units[first - 1];
  if (before?.lower === "'s") return persons(units, first, at);
  const isOwn = !units.slice(at + 1, origin).some((unit) => unit.kind === 'word' && isVerb(unit.lower));
  if (before && RELATIVES.has(before.lower) && !isOwn && !isComplement(units, first - 1)) return first - 2;
  const governor = governorOf(units, first - 1);
  if (governor >= 0) return governor - 1;
  if (first === at && PLURAL.has(wordAt(units, origin)) && isOnePerson(units[at])) return first - 1;
  if (before?.kind === 'word' && takesObject(before.lower) && !isSubordinate(units, first - 1)) return first - 2;
  return persons(units, first, at);
}

const PLURAL = new Set(['were', 'are', 'have', "weren't", "aren't"]);

/** `X were acquitted`: X is only the end of the subject. */
function isOnePerson(unit: Unit | undefined): boolean {
  if (!unit || unit.lower === 'they' || unit.lower === 'them') return false;
  return unit.persons.length > 0 || unit.pronoun || unit.description?.count === 1;
}

/** The preposition that governs a person, also over nouns that stand between: `of Orrin teenager X`. */
function governorOf(units: readonly Unit[], at: number): number {
  let left = at;
  while (left > at - 4 && (kindAt(units, left) === 'body' || (kindAt(units, left) === 'word' && !isStructure(wordAt(units, left)) && !isVerb(wordAt(units, left))))) left -= 1;
  return isGoverned(units, left) ? left : -1;
}

/** `of X` is not the subject; `after X was charged` is a clause of its own, whose subject X is. */
function isGoverned(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  return PREPOSITIONS.has(word) && !SUBORDINATORS.has(word);
}

/** `said that X was`: `that` opens a clause, and X is its subject. */
function isComplement(units: readonly Unit[], at: number): boolean {
  const verb = units[at - 1];
  return wordAt(units, at) === 'that' && verb?.kind === 'word' && (isVerb(verb.lower) || SPEECH.has(verb.lower));
}

/** `shot X`, `murdering X`: X is what the verb acts on. `said X was charged` begins another clause. */
function takesObject(word: string): boolean {
  if (word.endsWith('ing') && word.length > 5) return !/^(?:including|according|following|during|saying|adding|alleging|claiming|noting)$/.test(word);
  return isVerb(word) && !SPEECH.has(word) && !BE.has(word);
}

function isSubordinate(units: readonly Unit[], at: number): boolean {
  return wordAt(units, at - 1) === 'to';
}

/** `X, Y and Z` ends at `at`: where does it begin? */
export function startOfList(units: readonly Unit[], at: number): number {
  let first = at;
  let sawAnd = false;
  for (let steps = 0; steps < 12; steps += 1) {
    const isAnd = wordAt(units, first - 1) === 'and' || wordAt(units, first - 1) === '&';
    const gap = isAnd ? (wordAt(units, first - 2) === ',' ? 2 : 1) : wordAt(units, first - 1) === ',' && sawAnd ? 1 : 0;
    const previous = gap ? personBefore(units, first - gap - 1) : -1;
    if (previous < 0) break;
    sawAnd ||= isAnd;
    first = previous;
  }
  return first;
}

/** A person that ends here, also with an age after the name. */
function personBefore(units: readonly Unit[], at: number): number {
  if (kindAt(units, at) === 'person') return at;
  if (wordAt(units, at) === "'" && kindAt(units, at - 1) === 'person') return at - 1;
  if (wordAt(units, at) === "'s" && kindAt(units, at - 1) === 'person') return at - 1;
  if (wordAt(units, at) === ')') return personBefore(units, openerBefore(units, at, new Set(['('])) - 1);
  const aged = kindAt(units, at) === 'number' && wordAt(units, at - 1) === ',' ? at - 2 : wordAt(units, at) === ',' && kindAt(units, at - 1) === 'number' && wordAt(units, at - 2) === ',' ? at - 3 : -1;
  return aged >= 0 && kindAt(units, aged) === 'person' ? aged : -1;
}

function persons(units: readonly Unit[], first: number, last: number): Reference {
  const members = units.slice(first, last + 1).filter((unit) => unit.kind === 'person');
  return { kind: 'persons', units: [...withApposition(units, members, [first, last]), ...companions(units, last)] };
}

/** `X, along with Y and Z, was arrested`. */
function companions(units: readonly Unit[], last: number): readonly Unit[] {
  let at = last + 1;
  if (wordAt(units, at) === ',' && kindAt(units, at + 1) === 'number' && wordAt(units, at + 2) === ',') at += 2;
  if (wordAt(units, at) === ',') at += 1;
  const isWith = /^(?:along|together)$/.test(wordAt(units, at)) && wordAt(units, at + 1) === 'with';
  const from = isWith ? at + 2 : wordAt(units, at) === 'alongside' ? at + 1 : -1;
  return from > 0 && kindAt(units, from) === 'person' ? listFrom(units, from) : [];
}

/** `a bartender, X Y,` names the bartender; `the activists; X, Y and Z,` names the activists. */
function withApposition(units: readonly Unit[], members: readonly Unit[], [first, last]: readonly [number, number]): readonly Unit[] {
  const [only] = members;
  if (members.length !== 1 || !only?.description || only.persons.length) return members;
  const named = namesAfter(units, last);
  if (named.length) return named;
  const before = /^[,(]$/.test(wordAt(units, first - 1)) ? units[first - 2] : undefined;
  const aged = before?.kind === 'number' && wordAt(units, first - 3) === ',' ? units[first - 4] : before;
  return aged?.kind === 'person' && aged.persons.length && only.description.count === 1 ? [aged] : members;
}

/** The names right after a description: after a comma, or `named`, or in brackets. */
function namesAfter(units: readonly Unit[], last: number): Unit[] {
  let skip = 1;
  while (skip < 6 && /^(?:named|called|identified|known|as|one|only|by|police|[,;:(–—-])$/.test(wordAt(units, last + skip))) skip += 1;
  const head = skip > 1 ? units[last + skip] : undefined;
  if (!head?.persons.length) return [];
  const out = [head];
  let at = last + skip;
  for (let steps = 0; steps < 12; steps += 1) {
    const gap = wordAt(units, at + 1) === ',' ? (wordAt(units, at + 2) === 'and' ? 2 : 1) : wordAt(units, at + 1) === 'and' ? 1 : 0;
    const next = units[at + gap + 1];
    if (!gap || !next?.persons.length) break;
    out.push(next);
    at += gap + 1;
  }
  return out;
}

/** Marks that enclose are leapt over; others are passed. */
function atMark(units: readonly Unit[], at: number): Reference | number {
  const mark = wordAt(units, at);
  if (mark === ';' || mark === ':') return NONE;
  if (mark === ')') return openerBefore(units, at, new Set(['('])) - 1;
  if (DASHES.has(mark)) return openerBefore(units, at, DASHES) - 1;
  if (mark === ',') return insertionBefore(units, at) - 1;
  return at - 1;
}

function openerBefore(units: readonly Unit[], at: number, openers: ReadonlySet<string>): number {
  for (let left = at - 1; left >= Math.max(0, at - 25); left -= 1) {
    if (openers.has(wordAt(units, left))) return left;
  }
  return at;
}

/** The comma that opens the insertion which this comma closes; this comma itself where there is none. */
function insertionBefore(units: readonly Unit[], at: number): number {
  for (let left = at - 1; left >= Math.max(0, at - 30); left -= 1) {
    if (wordAt(units, left) !== ',') continue;
    if (opensInsertion(units, left, at)) return left;
  }
  return at;
}

function opensInsertion(units: readonly Unit[], open: number, close: number): boolean {
  const first = units[open + 1];
  if (!first || close - open < 2) return false;
  if (RELATIVES.has(first.lower)) return true;
  const hasVerb = units.slice(open + 1, close).some((unit) => unit.kind === 'word' && (AUXILIARIES.has(unit.lower) || (VERBS.has(unit.lower) && !unit.lower.endsWith('ed'))));
  const beforeIsNoun = isNounEnd(units[open - 1]);
  if (hasVerb) return beforeIsNoun && /^(?:and|aged|also|formerly|both)$/.test(first.lower) && first.lower !== 'and';
  return beforeIsNoun && !(first.kind === 'person' && first.persons.length > 0 && !first.description);
}

function isNounEnd(unit: Unit | undefined): boolean {
  if (!unit) return false;
  return unit.kind === 'person' || unit.kind === 'number' || unit.kind === 'body' || unit.lower === ')' || (unit.kind === 'word' && !isVerb(unit.lower));
}

/** Before `who`: the nearest noun, and its name where it is an apposition. */
function antecedent(units: readonly Unit[], at: number): Reference | number {
  let left = at - 1;
  while (left > 0 && (/^[,)—–]$/.test(wordAt(units, left)) || kindAt(units, left) === 'date' || kindAt(units, left) === 'number')) {
    left = wordAt(units, left) === ')' ? openerBefore(units, left, new Set(['('])) - 1 : left - 1;
  }
  const unit = units[left];
  if (unit?.kind === 'person') return persons(units, wordAt(units, at) === 'who' && wordAt(units, left - 1) !== 'and' ? left : startOfList(units, left), left);
  if (unit && PREPOSITIONS.has(unit.lower)) return NONE;
  return wordAt(units, at) === 'that' && unit?.kind === 'word' && isVerb(unit.lower) ? NONE : throughPhrase(units, left);
}

/** `a man from Brookfield who`: back over the prepositional phrase to its person. */
function throughPhrase(units: readonly Unit[], at: number): Reference {
  for (let left = at; left >= Math.max(0, at - 8); left -= 1) {
    const unit = units[left] as Unit;
    if (unit.kind === 'person') return persons(units, left, left);
    if (unit.kind === 'mark' || (unit.kind === 'word' && isVerb(unit.lower))) break;
  }
  return { kind: 'thing', word: wordAt(units, at), unit: null };
}

/** `was convicted and sentenced`: the subject of the verb before. */
function atConjunction(units: readonly Unit[], at: number, depth: number): Reference {
  for (let left = at - 1; left >= Math.max(0, at - 40); left -= 1) {
    const unit = units[left] as Unit;
    if (unit.lower === ';') return NONE;
    if (unit.kind === 'word' && isVerb(unit.lower) && !isReduced(units, left)) return subjectOf(units, verbGroupAt(units, left).start, depth + 1);
  }
  return NONE;
}

/** `a man convicted in March and ...`: still a verb with a subject; `charges filed` is. Only `being`/`to` forms are not. */
function isReduced(units: readonly Unit[], at: number): boolean {
  return wordAt(units, at - 1) === 'to';
}

/** `after being charged`, `by pleading guilty`: the subject of the main clause, which stands before, or after the comma. */
function atPreposition(units: readonly Unit[], at: number, depth: number): Reference {
  const before = atConjunction(units, at, depth);
  if (before.kind === 'persons') return before;
  const comma = units.findIndex((unit, index) => index > at && unit.lower === ',');
  const after = comma < 0 ? undefined : units.slice(comma + 1, comma + 4).find((unit) => unit.kind === 'person');
  return after && at < 3 ? persons(units, units.indexOf(after), units.indexOf(after)) : before;
}

/** A noun that is no person: back to its beginning; governed by a preposition it is passed, else it is the subject. */
function atNoun(units: readonly Unit[], at: number): Reference | number {
  let first = at;
  while (first > 0 && at - first < 10 && isNounPart(units[first - 1])) first -= 1;
  const before = units[first - 1];
  if (before && PREPOSITIONS.has(before.lower)) return first - 2;
  if (before?.kind === 'word' && isVerb(before.lower) && !SPEECH.has(before.lower)) return first - 1;
  if (kindAt(units, first) === 'person' && wordAt(units, first + 1) !== "'s") return first;
  if (wordAt(units, first - 1) === ',' && kindAt(units, first - 2) === 'person' && DETERMINERS.has(wordAt(units, first))) return persons(units, first - 2, first - 2);
  return { kind: 'thing', word: wordAt(units, at), unit: describedThing(units, first, at) };
}

/** `an Orrin champion`: a noun we do not know may be a person, where what is said of it is said of persons only. */
function describedThing(units: readonly Unit[], first: number, at: number): Unit | null {
  const [opens, head] = [units[first], units[at]];
  if (!opens || !head || head.kind !== 'word' || !DETERMINERS.has(opens.lower)) return null;
  const definite = !/^(?:an?|some|any|another|no|each|every)$/.test(opens.lower);
  const description = { head: head.lower, definite, count: head.lower.endsWith('s') ? null : 1, gender: null, age: null, complement: wordAt(units, at + 1) === 'of', other: false };
  return { ...head, kind: 'person', start: opens.start, description };
}

function isNounPart(unit: Unit | undefined): boolean {
  if (!unit) return false;
  if (unit.kind === 'date') return true;
  if (unit.kind === 'mark') return unit.lower === "'s" || unit.lower === "'";
  if (unit.kind === 'person') return !unit.pronoun;
  return unit.kind !== 'word' || !(isVerb(unit.lower) || PREPOSITIONS.has(unit.lower) || CONJUNCTIONS.has(unit.lower) || SUBORDINATORS.has(unit.lower) || RELATIVES.has(unit.lower));
}
