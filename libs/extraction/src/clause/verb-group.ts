import { ADVERBS, AUXILIARIES, BE, HAVE, MODALS, NEGATIONS } from '../lexicon/words.js';
import { wordAt, kindAt } from './units.js';
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
  for (let left = at - 1; left >= Math.max(0, at - 18); left -= 1) {
    const unit = units[left];
    if (!unit || unit.lower === ';' || (unit.kind === 'person' && wordAt(units, left + 1) === ',')) return -1;
    if (unit.kind === 'word' && /(?:ed|pled|found|given|held|sent|freed)$/.test(unit.lower) && !AUXILIARIES.has(unit.lower)) return ownGroup(units, left).start < left ? left : -1;
  }
  return -1;
}

function ownGroup(units: readonly Unit[], verb: number): VerbGroup {
  const words: string[] = [];
  let start = verb;
  for (let at = verb - 1; at >= Math.max(0, verb - 14); at -= 1) {
    const step = stepOf(units, at);
    if (step === 'stop') break;
    if (step === 'part') {
      words.push(wordAt(units, at));
      start = at;
    }
  }
  return {
    start,
    passive: words.some((word) => BE.has(word) || /^(?:wasn't|weren't|isn't|aren't|got|gets|get|getting)$/.test(word)),
    perfect: words.some((word) => HAVE.has(word) || /^ha(?:s|ve|d)n't$/.test(word)),
    modal: words.find((word) => MODALS.has(word)) ?? null,
    negated: words.some((word) => NEGATIONS.has(word)),
    infinitive: words.includes('to'),
  };
}

/** Parts belong to the group; dates and adverbs may stand within it; anything else ends it. */
function stepOf(units: readonly Unit[], at: number): 'part' | 'within' | 'stop' {
  const unit = units[at];
  const word = unit?.lower ?? '';
  if (!unit) return 'stop';
  if (unit.kind === 'date') return 'within';
  if (unit.kind === 'mark') return word === ',' && (kindAt(units, at + 1) === 'date' || kindAt(units, at - 1) === 'date') ? 'within' : 'stop';
  if (AUXILIARIES.has(word) || NEGATIONS.has(word) || word === 'to' || word === 'yet') return 'part';
  if (ADVERBS.has(word) || word.endsWith('ly')) return 'within';
  return /^(?:on|in|at)$/.test(word) && kindAt(units, at + 1) === 'date' ? 'within' : 'stop';
}
