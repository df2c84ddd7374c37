import { FEMALE, MALE } from '../lexicon/names.js';
import type { Sentence } from '../text/sentences.js';
import { lowerAt } from '../text/tokens.js';
import type { Mention } from './mentions.js';

/** What stands between two names of one person. */
const ALSO_CALLED = /(?:whose (?:real|full|legal|given|birth) name is|(?:also|better) known as|a\.k\.a\.?|aka)$/;
const LONGEST_LINK = 6;

/** `Lil X, whose real name is Y Z`: the name before, of which this is another. */
export function otherNameBefore(mention: Mention, before: Mention | undefined, sentences: readonly Sentence[]): Mention | null {
  if (before?.sentence !== mention.sentence || mention.from - before.to > LONGEST_LINK) return null;
  const { tokens } = sentences[mention.sentence] as Sentence;
  const link = tokens.slice(before.to, mention.from).map(({ lower }) => lower).join(' ');
  return ALSO_CALLED.test(link) ? before : null;
}

/** `Carl and Otto Vance`: the first has the surname of the second. */
export function withSharedSurname(mention: Mention, next: Mention | undefined, sentences: readonly Sentence[]): Mention {
  const isShared = isGivenName(mention) && next?.kind === 'person' && next.words.length === 2 && isJoined(mention, next, sentences);
  return isShared ? { ...mention, kind: 'person', words: [...mention.words, ...next.words.slice(-1)] } : mention;
}

function isGivenName({ words: [given = '', second], titles }: Mention): boolean {
  return second === undefined && !titles.length && (MALE.has(given.toLowerCase()) || FEMALE.has(given.toLowerCase()));
}

function isJoined(mention: Mention, next: Mention, sentences: readonly Sentence[]): boolean {
  return next.sentence === mention.sentence && next.from === mention.to + 1 && lowerAt(sentences[mention.sentence]?.tokens ?? [], mention.to) === 'and';
}
