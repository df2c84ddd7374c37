import { ADVERBS, AUXILIARIES, BE, HAVE, MODALS, NEGATIONS } from '../lexicon/words.js';
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
  const words: string[] = [];
  let start = verb;
  for (let at = verb - 1; at >= Math.max(0, verb - 14); at -= 1) {
    const step = stepOf(units, at);
    if (step === 'stop') break;
    if (step === 'part') {
      words.push(units[at]?.lower ?? '');
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
  if (unit.kind === 'mark') return word === ',' && (units[at + 1]?.kind === 'date' || units[at - 1]?.kind === 'date') ? 'within' : 'stop';
  if (AUXILIARIES.has(word) || NEGATIONS.has(word) || word === 'to' || word === 'yet') return 'part';
  if (ADVERBS.has(word) || word.endsWith('ly')) return 'within';
  return /^(?:on|in|at)$/.test(word) && units[at + 1]?.kind === 'date' ? 'within' : 'stop';
}
