import { ADVERBS, AUXILIARIES, BE, HAVE, MODALS, NEGATIONS } from '../lexicon/words.js';
import { kindAt, shapeOf, wordAt } from './units.js';
import type { Unit } from './units.js';

/** A verb with its auxiliaries: `could have been charged`. */
export type VerbGroup = Readonly<{
  /** The first unit of the group. */
  start: number;
  passive: boolean;
  perfect: boolean;
  modal: string | null;
  negated: boolean;
  infinitive: boolean;
}>;

const PASSIVE: ReadonlySet<string> = new Set([...BE, "wasn't", "weren't", "isn't", "aren't", 'got', 'gets', 'get', 'getting']);
const PARTS: readonly ReadonlySet<string>[] = [AUXILIARIES, NEGATIONS, new Set(['to', 'yet'])];
/** `would on Monday, March 3, 2025 have been formally`: no group is longer. */
const LONGEST_GROUP = 14;
/** Verbs that share their auxiliaries stand nearer than this. */
const SHARED_WITHIN = 18;

export function verbGroupAt(units: readonly Unit[], verb: number): VerbGroup {
  const own = ownGroup(units, verb);
  const shared = own.start === verb ? sharedVerb(units, verb) : -1;
  if (shared < 0) return own;
  const { passive, perfect, modal, negated, infinitive } = ownGroup(units, shared);
  return { start: own.start, passive, perfect, modal, negated, infinitive };
}

/** `could be jailed and fined`: a bare participle after `and` shares the auxiliaries of the one before. */
function sharedVerb(units: readonly Unit[], verb: number): number {
  let at = verb - 1;
  while (at > 0 && (ADVERBS.has(wordAt(units, at)) || kindAt(units, at) === 'date')) at -= 1;
  if (!/^(?:and|or|but|&)$/.test(wordAt(units, at))) return -1;
  const partner = participleBefore(units, at);
  return partner >= 0 && ownGroup(units, partner).start < partner ? partner : -1;
}

function participleBefore(units: readonly Unit[], at: number): number {
  for (let left = at - 1; left >= Math.max(0, at - SHARED_WITHIN); left -= 1) {
    if (wordAt(units, left) === ';' || shapeOf(units, left, left + 2) === '@ ,') return -1;
    if (isParticiple(units, left)) return left;
  }
  return -1;
}

function isParticiple(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  return kindAt(units, at) === 'word' && !AUXILIARIES.has(word) && /(?:ed|pled|found|given|held|sent|freed)$/.test(word);
}

function ownGroup(units: readonly Unit[], verb: number): VerbGroup {
  const words: string[] = [];
  let start = verb;
  for (let at = verb - 1; at >= Math.max(0, verb - LONGEST_GROUP); at -= 1) {
    const step = stepOf(units, at);
    if (step === 'stop') break;
    if (step === 'within') continue;
    words.push(wordAt(units, at));
    start = at;
  }
  return {
    start,
    passive: words.some((word) => PASSIVE.has(word)),
    perfect: words.some((word) => HAVE.has(word) || /^ha(?:s|ve|d)n't$/.test(word)),
    modal: words.find((word) => MODALS.has(word)) ?? null,
    negated: words.some((word) => NEGATIONS.has(word)),
    infinitive: words.includes('to'),
  };
}

/** Parts belong to the group; dates and adverbs may stand within it; anything else ends it. */
function stepOf(units: readonly Unit[], at: number): 'part' | 'within' | 'stop' {
  const word = wordAt(units, at);
  if (kindAt(units, at) === 'word' && PARTS.some((parts) => parts.has(word))) return 'part';
  return mayStandWithin(units, at) ? 'within' : 'stop';
}

function mayStandWithin(units: readonly Unit[], at: number): boolean {
  const word = wordAt(units, at);
  if (kindAt(units, at) === 'word') return ADVERBS.has(word) || word.endsWith('ly') || (/^(?:on|in|at)$/.test(word) && kindAt(units, at + 1) === 'date');
  return kindAt(units, at) === 'date' || (word === ',' && (kindAt(units, at + 1) === 'date' || kindAt(units, at - 1) === 'date'));
}
