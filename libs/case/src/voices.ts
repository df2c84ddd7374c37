import { hash } from 'node:crypto';
import { by } from './order.js';
import type { Appealed, Appellant, Basis, EndedBy, Refile } from './vocabulary.js';

/**
 * One originator's way of telling a fact: who, a fingerprint of the words, and what they said beside it. The number of
 * counts or the chance of a refiling are no part of the fact (that would make two facts of one happening): they are
 * voted on.
 */
export type Voice = Readonly<{
  originator: string;
  /** Equal for equal words; empty where the words are too few to show that they were copied. */
  words: string;
  refile: Refile | null;
  counts: number | null;
  endedBy: EndedBy | null;
  mechanism: string | null;
  basis: Basis | null;
  lesser: string | null;
  by: Appellant | null;
  against: Appealed | null;
  /** Decided by an editor, who answers for it: proof by itself. */
  editor: boolean;
}>;

export type Topic = 'refile' | 'counts' | 'endedBy' | 'mechanism' | 'basis' | 'lesser' | 'by' | 'against';

/** Below this, two reporters may well write the same words by themselves ("pleaded not guilty on Monday"). */
const TELLING_WORDS = 8;
/** 64 bits: two of the few thousand quotes of a case never meet by chance. */
const FINGERPRINT_DIGITS = 16;

/** A fingerprint of a quote that forgets case, punctuation and spacing, which is all that a reprint changes. */
export function fingerprintOf(quote: string): string {
  const words = quote.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < TELLING_WORDS ? '' : hash('sha256', words.join(' '), 'hex').slice(0, FINGERPRINT_DIGITS);
}

/**
 * How many tell it independently: those of one credit, or with the same words, are one. Not a sum over facts: one
 * agency's "January" and "31 January" are one voice.
 */
export function independentOriginators(pairs: Iterable<readonly [originator: string, words: string]>): number {
  const parents = new Map<string, string>();
  for (const [originator, words] of pairs) {
    const root = rootOf(parents, `by ${originator}`);
    parents.set(root, root);
    if (words !== '') parents.set(rootOf(parents, `as ${words}`), root);
  }
  return [...parents].filter(([node, parent]) => node === parent).length;
}

function rootOf(parents: ReadonlyMap<string, string>, node: string): string {
  let root = node;
  for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
  return root;
}

/** A weight beyond two adds nothing: two who do not copy each other are proof. */
export const PROOF = 2;

export function originatorsOf(voices: readonly Voice[]): number {
  return voices.length < 2 ? voices.length : independentOriginators(voices.map(({ originator, words }) => [originator, words]));
}

/** How well it is proved: by how many tell it independently, or by an editor's decision. */
export function weightOf(voices: readonly Voice[]): number {
  const originators = originatorsOf(voices);
  return originators < PROOF && voices.some(({ editor }) => editor) ? PROOF : originators;
}

/** Each answer to `topic` with the number of those who independently give it, most first. */
export function votesOn(voices: readonly Voice[], topic: Topic): [answer: string, votes: number][] {
  const answers = [...new Set(voices.map((voice) => voice[topic]).filter((answer) => answer !== null))];
  if (answers.length === 0) return [];
  return answers
    .map((answer): [string, number] => [String(answer), weightOf(voices.filter((voice) => voice[topic] === answer))])
    .toSorted(by(([, votes]) => -votes, ([answer]) => answer));
}

/** The answer with most votes; null where nobody knows or two have equally many: never guessed. */
export function winnerOn(voices: readonly Voice[], topic: Topic): string | null {
  const [first, second] = votesOn(voices, topic).filter(([answer]) => answer !== 'unknown');
  return first && first[1] !== second?.[1] ? first[0] : null;
}
