import { foldName } from '@docketwire/kernel';

/** A person's or company's name, taken apart for comparison. */
export type NameParts = Readonly<{
  /** Lower case, without diacritics; hyphens part words (`vega thorne`). */
  given: string;
  rest: readonly string[];
  /** Jr, Sr, II …: a father is not his son. */
  suffix: string | null;
}>;

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v']);

export function partsOf(name: string): NameParts {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIXES.has(last) ? last : null;
  const [given = '', ...rest] = suffix ? words.slice(0, -1) : words;
  // One printed word is a surname, also where a hyphen parts it.
  return rest.length > 0 && /\S\s+\S/.test(name.trim()) ? { given, rest, suffix } : { given: '', rest: words, suffix: null };
}

/**
 * Whether two names may be one person's: the given names agree (an initial or a short form counts), and one surname is
 * the other's beginning or end (`Vega`, `Vega-Thorne`; a middle name may be missing).
 */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.suffix && other.suffix && one.suffix !== other.suffix) return false;
  return givenAgree(one.given, other.given) && surnamesAgree(one.rest, other.rest);
}

/** Whether a name says who it is: a bare surname says only which family. */
export function isFullName(name: string): boolean {
  return partsOf(name).given !== '';
}

/** Two names that `sameName` may hold for share at least one of these words. */
export function nameKeys(name: string): readonly string[] {
  return [...new Set(partsOf(name).rest)].toSorted();
}

function wordsOf(name: string): string[] {
  return foldName(name).split(' ').filter(Boolean);
}

function givenAgree(a: string, b: string): boolean {
  if (!a || !b || a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) && (short.length === 1 || short.length >= 3);
}

function surnamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const begins = short.every((word, place) => word === long[place]);
  const ends = short.every((word, place) => word === long[long.length - short.length + place]);
  return begins || ends;
}
