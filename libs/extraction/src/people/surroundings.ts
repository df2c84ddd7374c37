import { PERSONS } from '../lexicon/people.js';
import type { Sentence } from '../text/sentences.js';
import { lowerAt } from '../text/tokens.js';
import type { Token } from '../text/tokens.js';
import type { Mention } from './mentions.js';

const AGE = /^[,(] (?:aged? )?(\d{2})(?: (?:[,.);]|of\b|and\b|from\b|was\b)| ?$)/;
const PLACED = new Set(['in', 'at', 'near', 'from', 'outside', 'around', 'across']);

/** `spa manager X Y`. */
const isDescribed = (before: Token | undefined): boolean => before !== undefined && !before.capital && PERSONS.has(before.lower);

/** How much the words beside a name speak for a person behind it. */
export function surroundings({ sentence, from, to }: Mention, sentences: readonly Sentence[]): number {
  const tokens = sentences[sentence]?.tokens ?? [];
  const isAged = ageAfter(tokens, to) !== null;
  const isActing = /^(?:said|says|who|told|'s|was|has|had|pleaded|allegedly)$/.test(lowerAt(tokens, to));
  return (isAged ? 4 : 0) + (isDescribed(tokens[from - 1]) ? 2 : 0) + (isActing ? 1 : 0) - (isPlaced(tokens, from) ? 2 : 0);
}

function isPlaced(tokens: readonly Token[], from: number): boolean {
  const before = lowerAt(tokens, from - 1);
  return PLACED.has(before) || (before === 'of' && lowerAt(tokens, from - 2) === ',');
}

/** `, 41,` or `(41)` or `, aged 41` after a name. */
export function ageAfter(tokens: readonly Token[], at: number): number | null {
  const shape = [0, 1, 2, 3].map((step) => lowerAt(tokens, at + step)).join(' ');
  return Number(AGE.exec(shape)?.[1] ?? Number.NaN) || null;
}
