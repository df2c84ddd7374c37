import { NUMBER_WORDS } from '../lexicon/words.js';
import { offencesIn } from './lexicon.js';
import type { Offence } from './lexicon.js';

/** An offence that a step names, with its number of counts where told. */
export type Charge = Readonly<{ code: string; counts: number | null }>;

/** A story names few offences in one breath; more is a list of somebody else's. */
const MOST_CHARGES = 8;
const LONGEST_OFFENCE = 6;
const COUNTABLE = Object.keys(NUMBER_WORDS).filter((word) => word !== 'a' && word !== 'an').join('|');
const COUNTS = new RegExp(String.raw`(?<![\w$£€.,-])(?:an? (?:\w{1,20} ){0,2}?(?=count\b)|(\d{1,4}|${COUNTABLE})(?:-|[ -](?:(?!\d|with |charged |of |in |on |to |and |for |by |at |years? |months? |days? )[\w-]{1,20}[ -]){0,4}?))(?:counts?|charges?|offences?|offenses?)(?![\w])`, 'g');
/** What a charge is of, where the lexicon does not know it. */
const UNKNOWN = /(?:charged (?:\w+ ){0,2}?with|(?:counts?|charges?) of|charges (?:that )?(?:he|she|they)|guilty (?:of|to)|convicted (?:\w+ )?of|guilty plea to) (?:(?:an?|the|one|two|three|four|five|his|her|their|\d+) )?(?:counts? of )?((?:[a-z][a-z'-]+ ?){1,12})/;
const STOPS = new Set('on in at after before when while who which that from following and or as by for during because if with over against last this to'.split(' '));
const EMPTY = new Set('charges charge counts count offences offence offenses crimes crime case matter both all one two three same it them him her various several multiple felony misdemeanor other everything anything nothing something indictment indictments wrongdoing complaint verdict killing'.split(' '));
/** `killing` tells an act and names no charge. */
const ACT = 'killing';

export function chargesIn(text: string): Charge[] {
  const found = offencesIn(text);
  const offences = found.filter((each) => each.code !== ACT);
  const counted = countsIn(text);
  if (offences.length) return distinct(offences.map((offence, index) => ({ code: offence.code, counts: countsFor(offence, offences[index - 1], counted) })));
  const unknown = unknownIn(text);
  return unknown ? [{ code: unknown, counts: counted[0]?.count ?? null }] : [];
}

/** A number of counts that stands without any offence: `a 36-count charge`. */
export function totalCounts(text: string): number | null {
  return countsIn(text)[0]?.count ?? null;
}

type Counted = Readonly<{ count: number; start: number; end: number }>;

function countsIn(text: string): Counted[] {
  return [...text.matchAll(COUNTS)].flatMap((match) => {
    const word = match[1] ?? 'one';
    const count = NUMBER_WORDS[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    return count === undefined || count < 1 || isYear(count) ? [] : [{ count, start: match.index, end: match.index + match[0].length }];
  });
}

/** `in January 2023 with two counts`. */
const isYear = (count: number): boolean => count >= 1900 && count < 2100;

/** The count that stands between the offence before and this one; or `two murder charges`, around it. */
function countsFor(offence: Offence, before: Offence | undefined, counted: readonly Counted[]): number | null {
  const own = counted.filter(({ start, end }) => start >= (before?.end ?? 0) && (end <= offence.start || (start < offence.start && end >= offence.end && end <= offence.end + 10)));
  return own.at(-1)?.count ?? null;
}

function distinct(charges: readonly Charge[]): Charge[] {
  const byCode = new Map<string, Charge>();
  for (const charge of charges) {
    const known = byCode.get(charge.code);
    if (!known || (known.counts === null && charge.counts !== null)) byCode.set(charge.code, charge);
  }
  return [...byCode.values()].slice(0, MOST_CHARGES);
}

const wordsAfter = (text: string): string[] => (UNKNOWN.exec(text)?.[1] ?? '').trim().split(' ');

function unknownIn(text: string): string | null {
  const words = wordsAfter(text);
  const stop = words.findIndex((word, index) => index > 0 && STOPS.has(word));
  const kept = words.slice(0, stop < 0 ? LONGEST_OFFENCE : Math.min(stop, LONGEST_OFFENCE)).filter((word) => !/^(?:an?|the)$/.test(word));
  const [first = ''] = kept;
  const isNothing = first === '' || EMPTY.has(first) || STOPS.has(first) || kept.some((word) => /(?:counts?|charges?)$/.test(word));
  return isNothing ? null : kept.join('_').replace(/[^a-z_]/g, '_');
}
