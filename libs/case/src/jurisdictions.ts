import type { ChargeEvent, Refile } from './vocabulary.js';

/** How far the charge had come: in India that decides what a withdrawal amounts to. */
export type Stage = 'before_charge' | 'after_charge' | 'unknown';

/** What a legal term of the news means in the place where it was used. */
export type TermMeaning = Readonly<{
  /** The term itself, which is always kept: the same word means other things elsewhere. */
  mechanism: string;
  /** Null where the term alone tells no event. */
  event: ChargeEvent | null;
  refile: Refile | null;
  /** Where the law sets one: within how many years of that day the charge may come back. */
  refileBy?: Readonly<{ years: number }>;
}>;

type Meaning = Omit<TermMeaning, 'mechanism'>;
type Entry = Meaning & Readonly<{ terms: readonly string[]; after?: Meaning; unsure?: Meaning }>;

const SAME = null;
const dismissed = (refile: Refile): Meaning => ({ event: 'dismissed', refile });
const OF_CUSTODY: Entry = { terms: ['remanded in custody', 'remanded on bail'], event: 'custody_changed', refile: SAME };
const ACQUITTED: Meaning = { event: 'acquitted', refile: 'barred' };

/** What holds where nothing closer is known: of a refiling, nothing. */
const NEUTRAL: readonly Entry[] = [
  { terms: ['found not guilty', 'not guilty verdict', 'acquitted'], ...ACQUITTED },
  { terms: ['dismissed with prejudice'], ...dismissed('barred') },
  { terms: ['dismissed without prejudice'], ...dismissed('possible') },
  { terms: ['nolle prosequi', 'discontinued', 'withdrawn', 'dismissed', 'struck out', 'discharged', 'quashed', 'no bill', 'no evidence offered'], ...dismissed('unknown') },
  { terms: ['stayed', 'crown stay', 'lie on file'], event: 'stayed', refile: 'unknown' },
  { terms: ['sent for trial', 'committed for trial', 'sent forward'], event: 'committed', refile: SAME },
  { terms: ['abated'], event: 'abated', refile: SAME },
  OF_CUSTODY,
];

/*
 * Keyed by country or by country and part (`AU-NSW` before `AU`). The statutes and guidance behind each line:
 * England and Wales: Prosecution of Offences Act 1985 ss. 23, 23A; Criminal Justice Act 1967 s. 17 (no evidence, verdict
 * of not guilty). Canada: Criminal Code s. 579. New South Wales: Criminal Procedure Act 1986 s. 208. Western Australia:
 * Criminal Procedure Act 2004 s. 87. India: Code of Criminal Procedure 1973 s. 321 and its successor of 2023. Ireland: the
 * director may reverse a decision not to prosecute.
 */
const PLACES: Readonly<Record<string, readonly Entry[]>> = {
  US: [{ terms: ['nolle prosequi'], ...dismissed('unknown') }],
  'US-NM': [{ terms: ['nolle prosequi'], ...dismissed('possible') }],
  'GB-EAW': [
    { terms: ['discontinued'], ...dismissed('possible') },
    { terms: ['no evidence offered'], ...ACQUITTED },
    { terms: ['withdrawn'], ...dismissed('unknown') },
    { terms: ['lie on file'], event: 'stayed', refile: 'unknown' },
  ],
  CA: [
    { terms: ['crown stay', 'stayed'], event: 'stayed', refile: 'possible', refileBy: { years: 1 } },
    { terms: ['withdrawn'], ...dismissed('unknown') },
  ],
  AU: [{ terms: ['nolle prosequi', 'no bill'], ...dismissed('possible') }],
  'AU-NSW': [{ terms: ['withdrawn'], ...dismissed('possible') }],
  'AU-WA': [{ terms: ['discontinued'], ...dismissed('possible') }],
  IN: [
    { terms: ['withdrawn', 'withdrawal from prosecution'], ...dismissed('possible'), after: ACQUITTED, unsure: dismissed('unknown') },
    { terms: ['fir registered'], event: 'investigated', refile: SAME },
    { terms: ['chargesheet filed', 'charges framed'], event: 'charged', refile: SAME },
    { terms: ['discharged'], ...dismissed('unknown') },
    { terms: ['fir quashed', 'compounded'], ...dismissed('barred') },
  ],
  IE: [{ terms: ['nolle prosequi', 'struck out'], ...dismissed('possible') }],
};

/** Other wordings of the terms above, as news and courts write them. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/^nol(?:le)? pros(?:equi|sed|s)?$|^nolled$/, 'nolle prosequi'],
  [/^(?:prosecution )?offer(?:ed|s)? no evidence$/, 'no evidence offered'],
  [/^(?:counts? )?(?:to )?(?:lie|left|lies|remain) on (?:the )?file$/, 'lie on file'],
  [/^(?:charges? )?(?:was |were )?(?:withdrawn|withdrew)(?: by (?:the )?crown)?$/, 'withdrawn'],
  [/^(?:charges? )?discontinu(?:ed|ance)$/, 'discontinued'],
  [/^stay(?:ed)? by (?:the )?crown$|^stay of proceedings by (?:the )?crown$/, 'crown stay'],
  [/^charge ?sheet(?: filed)?$/, 'chargesheet filed'],
  [/^fir(?: registered| lodged| filed)?$/, 'fir registered'],
  [/^sent (?:forward )?for trial$/, 'sent for trial'],
];

/** What `term` means there; null where nobody says. Of a place without an entry of its own, the neutral meaning. */
export function findTerm(jurisdiction: string | null, term: string, stage: Stage = 'unknown'): TermMeaning | null {
  const plain = plainOf(term);
  const tables = [...placesOf(jurisdiction).map((place) => PLACES[place] ?? []), NEUTRAL];
  const entry = tables.flat().find(({ terms }) => terms.includes(plain));
  return entry ? { mechanism: term, ...meaningAt(entry, stage) } : null;
}

function meaningAt({ event, refile, refileBy, after, unsure }: Entry, stage: Stage): Meaning {
  if (stage === 'after_charge' && after) return after;
  if (stage === 'unknown' && unsure) return unsure;
  return { event, refile, ...(refileBy && { refileBy }) };
}

function plainOf(term: string): string {
  const words = term.toLowerCase().replaceAll(/[_\s-]+/g, ' ').trim();
  return WORDINGS.find(([wording]) => wording.test(words))?.[1] ?? words;
}

/** The closest first: `AU-NSW`, `AU`. */
function placesOf(jurisdiction: string | null): string[] {
  if (jurisdiction === null) return [];
  const [country = ''] = jurisdiction.split('-');
  return [...new Set([jurisdiction, country])];
}
