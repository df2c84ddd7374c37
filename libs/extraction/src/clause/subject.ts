import { SPEECH } from '../lexicon/people.js';
import { ADVERBS, BE, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS } from '../lexicon/words.js';
import { insertionBefore, openerBefore } from './insertion.js';
import { personsOf, startOfList } from './lists.js';
import { atNoun } from './noun.js';
import { NONE } from './reference.js';
import type { Reference } from './reference.js';
import { isStructure, isVerb, isVerbAt, kindAt, shapeOf, wordAt } from './units.js';
import type { Unit } from './units.js';
import { verbGroupAt } from './verb-group.js';

/** A subject stands nearer than this to its verb; the bound keeps the walk short on any text. */
const FARTHEST = 60;
/** `X was tried and convicted and sentenced and ...`: nobody goes on longer. */
const DEEPEST = 4;
const PLURAL = new Set(['were', 'are', 'have', "weren't", "aren't"]);

type Walk = Readonly<{ units: readonly Unit[]; depth: number; origin: number }>;

/** The subject of the verb group that begins at `at`, by a walk to the left over what may stand between. */
export function subjectOf(units: readonly Unit[], at: number, depth = 0): Reference {
  if (depth > DEEPEST) return NONE;
  let left = at - 1;
  for (let steps = 0; steps < FARTHEST && left >= 0; steps += 1) {
    const found = look({ units, depth, origin: at }, left);
    if (typeof found !== 'number') return found;
    left = found;
  }
  return NONE;
}

/** `a man charged with`, `for X, 23, charged with`: a bare participle speaks of the nearest noun, whatever governs that. */
export function nearestOf(units: readonly Unit[], at: number): Reference {
  let left = at - 1;
  while (left >= 0 && (kindAt(units, left) === 'date' || ADVERBS.has(wordAt(units, left)))) left -= 1;
  if (wordAt(units, left) === ')') left = openerBefore(units, left, '(') - 1;
  else if (wordAt(units, left) === ',') left = insertionBefore(units, left) - 1;
  return kindAt(units, left) === 'person' ? personsOf(units, startOfList(units, left), left) : subjectOf(units, at);
}

/** What the unit tells: the subject itself, or the place from which to look on. */
function look(walk: Walk, at: number): Reference | number {
  const { units } = walk;
  const { kind } = units[at] as Unit;
  if (kind === 'person') return atPerson(walk, at);
  if (kind === 'mark') return atMark(units, at);
  if (kind === 'word') return atWord(walk, at);
  if (kind === 'number' && /@ , \S+$/.test(shapeOf(units, at - 2, at + 1))) return at - 2;
  return kind === 'date' ? at - 1 : atNoun(units, at);
}

function atWord(walk: Walk, at: number): Reference | number {
  const { units, depth } = walk;
  const word = wordAt(units, at);
  if (ADVERBS.has(word) || word.endsWith('ly') || opensDate(units, at)) return at - 1;
  return atConnector(walk, at) ?? (isVerb(word) ? subjectOf(units, verbGroupAt(units, at).start, depth + 1) : atNoun(units, at));
}

/** `X on Thursday pleaded`. */
const opensDate = (units: readonly Unit[], at: number): boolean => kindAt(units, at + 1) === 'date' && /^(?:on|in|at|late|early)$/.test(wordAt(units, at));

function atConnector(walk: Walk, at: number): Reference | null {
  const word = wordAt(walk.units, at);
  if (RELATIVES.has(word) && word !== 'whose') return antecedent(walk.units, at);
  if (CONJUNCTIONS.has(word)) return ofVerbBefore(walk, at);
  return PREPOSITIONS.has(word) || SUBORDINATORS.has(word) ? ofMainClause(walk, at) : null;
}

function atPerson({ units, origin }: Walk, at: number): Reference | number {
  const first = startOfList(units, at);
  const before = wordAt(units, first - 1);
  if (before === "'s") return personsOf(units, first, at);
  const passed = passedBefore(units, [first, at], origin);
  if (passed !== null) return passed;
  if (first === at && PLURAL.has(wordAt(units, origin)) && isOnePerson(units[at] as Unit)) return first - 1;
  return takesObject(units, first - 1) ? first - 2 : personsOf(units, first, at);
}

/** Where a person belongs to a phrase or clause of its own, the place before that. */
function passedBefore(units: readonly Unit[], [first, at]: readonly [number, number], origin: number): number | null {
  if (RELATIVES.has(wordAt(units, first - 1)) && !isOwn(units, at, origin) && !isComplement(units, first - 1)) return first - 2;
  const governor = governorOf(units, first - 1);
  return governor >= 0 ? governor - 1 : null;
}

/** No other verb stands between a person and the verb asked about. */
function isOwn(units: readonly Unit[], at: number, origin: number): boolean {
  return !units.slice(at + 1, origin).some((unit) => unit.kind === 'word' && isVerb(unit.lower));
}

/** `X were acquitted`: X is only the end of the subject. */
function isOnePerson({ lower, persons, pronoun, description }: Unit): boolean {
  if (lower === 'they' || lower === 'them') return false;
  return persons.length > 0 || pronoun || description?.count === 1;
}

/** The preposition that governs a person, also over nouns that stand between: `of Orrin teenager X`. */
function governorOf(units: readonly Unit[], at: number): number {
  let left = at;
  while (left > at - 4 && isNoun(units, left)) left -= 1;
  const word = wordAt(units, left);
  return PREPOSITIONS.has(word) && !SUBORDINATORS.has(word) ? left : -1;
}

function isNoun(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  return kindAt(units, at) === 'body' || (kindAt(units, at) === 'word' && !isStructure(word) && !isVerb(word));
}

/** `said that X was`: `that` opens a clause, and X is its subject. */
function isComplement(units: readonly Unit[], at: number): boolean {
  return wordAt(units, at) === 'that' && (isVerbAt(units, at - 1) || SPEECH.has(wordAt(units, at - 1)));
}

/** `shot X`, `murdering X`: X is what the verb acts on. `said X was charged` begins another clause. */
function takesObject(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  if (kindAt(units, at) !== 'word' || wordAt(units, at - 1) === 'to' || isAdjective(units, at)) return false;
  if (word.endsWith('ing') && word.length > 5) return !/^(?:including|according|following|during|saying|adding|alleging|claiming|noting)$/.test(word);
  return isVerb(word) && !SPEECH.has(word) && !BE.has(word);
}

/** `a visibly shaken X`. */
function isAdjective(units: readonly Unit[], at: number): boolean {
  return DETERMINERS.has(wordAt(units, at - 1)) || (wordAt(units, at - 1).endsWith('ly') && DETERMINERS.has(wordAt(units, at - 2)));
}

/** Marks that enclose are leapt over; others are passed. */
function atMark(units: readonly Unit[], at: number): Reference | number {
  const mark = wordAt(units, at);
  if (mark === ';' || mark === ':') return NONE;
  if (mark === ',') return insertionBefore(units, at) - 1;
  if (mark === ')') return openerBefore(units, at, '(') - 1;
  return '—–-'.includes(mark) ? openerBefore(units, at, '—–-') - 1 : at - 1;
}

/** Before `who`: the nearest noun, and its name where it is an apposition. */
function antecedent(units: readonly Unit[], at: number): Reference {
  let left = at - 1;
  while (left > 0 && mayPrecedeRelative(units, left)) left = (wordAt(units, left) === ')' ? openerBefore(units, left, '(') : left) - 1;
  if (kindAt(units, left) === 'person') return personsOf(units, isWhoOfOne(units, at, left) ? left : startOfList(units, left), left);
  return isOpenedBy(units, at, left) ? NONE : throughPhrase(units, left);
}

/** `said that`, `to which`: no noun stands before the relative. */
const isOpenedBy = (units: readonly Unit[], at: number, left: number): boolean => PREPOSITIONS.has(wordAt(units, left)) || (wordAt(units, at) === 'that' && isVerbAt(units, left));

const isWhoOfOne = (units: readonly Unit[], at: number, left: number): boolean => wordAt(units, at) === 'who' && wordAt(units, left - 1) !== 'and';

function mayPrecedeRelative(units: readonly Unit[], at: number): boolean {
  return /^[,)—–]$/.test(wordAt(units, at)) || kindAt(units, at) === 'date' || kindAt(units, at) === 'number';
}

/** `a man from Brookfield who`: back over the prepositional phrase to its person. */
function throughPhrase(units: readonly Unit[], at: number): Reference {
  for (let left = at; left >= Math.max(0, at - 8); left -= 1) {
    if (kindAt(units, left) === 'person') return personsOf(units, left, left);
    if (kindAt(units, left) === 'mark' || isVerbAt(units, left)) break;
  }
  return { kind: 'thing', word: wordAt(units, at), unit: null };
}

/** `was convicted and sentenced`: the subject of the verb before. */
function ofVerbBefore({ units, depth }: Walk, at: number): Reference {
  for (let left = at - 1; left >= Math.max(0, at - 40); left -= 1) {
    if (wordAt(units, left) === ';') return NONE;
    if (isVerbAt(units, left) && wordAt(units, left - 1) !== 'to') return subjectOf(units, verbGroupAt(units, left).start, depth + 1);
  }
  return NONE;
}

/** `after being charged`, `by pleading guilty`: the subject of the main clause, which stands before, or after the comma. */
function ofMainClause(walk: Walk, at: number): Reference {
  const { units } = walk;
  const before = ofVerbBefore(walk, at);
  if (before.kind === 'persons' || at > 2) return before;
  const comma = units.findIndex((unit, index) => index > at && unit.lower === ',');
  const after = comma < 0 ? -1 : units.findIndex((unit, index) => index > comma && index < comma + 4 && unit.kind === 'person');
  return after < 0 ? before : personsOf(units, after, after);
}
