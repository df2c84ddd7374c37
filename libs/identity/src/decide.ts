import { isFullName, sameName } from './name.js';

/** A defendant as one article names them. */
export type Named = Readonly<{ name: string; offences: readonly string[] }>;

/** A defendant of another article, with the case that article is assigned to. */
export type Mention = Named & Readonly<{ article: string; caseId: string; defendantId: string; caseReference: string | null }>;

export type Sighting = Readonly<{ caseReference: string | null; defendants: readonly Named[] }>;

type Pair = Readonly<{ mine: Named; other: Mention }>;

/**
 * How an article hangs together with a case.
 *
 * - same:     one case reference, or the same full name with a shared offence, or two same full names (co-defendants)
 * - nameless: the same full name, and the case names no offence of that person
 * - bare:     the same full name, and the article names no offence of that person
 * - namesake: the same full name, and other offences on both sides
 */
type Link = 'same' | 'nameless' | 'bare' | 'namesake' | 'none';

/**
 * The cases that an article shows to be one, its own among them: none, where it opens a case.
 *
 * What a name alone links follows what is sure, if that is one case: where namesakes are about, it is left apart. So it
 * does not matter whether the bare name or the charge was reported first.
 */
export function casesOf(article: Sighting, mentions: readonly Mention[]): readonly string[] {
  const linked: Record<Link, string[]> = { same: [], nameless: [], bare: [], namesake: [], none: [] };
  for (const [caseId, others] of Map.groupBy(mentions, ({ caseId: id }) => id)) linked[linkOf(article, others)].push(caseId);
  const { same, nameless, bare, namesake } = linked;
  if (namesake.length > 0) return same;
  if (same.length > 0) return [...same, ...nameless].toSorted();
  return bare.length > 1 ? [] : [...nameless, ...bare].toSorted();
}

function linkOf({ caseReference, defendants }: Sighting, others: readonly Mention[]): Link {
  if (caseReference !== null && others.some((other) => other.caseReference === caseReference)) return 'same';
  const pairs = defendants.flatMap((mine) => others.filter((other) => samePerson(mine, other)).map((other) => ({ mine, other })));
  if (pairs.length === 0) return 'none';
  return pairs.some(sharesOffence) || namesTwo(pairs) ? 'same' : nameOnly(pairs);
}

/** Two defendants of ours whom one and the same article of theirs names too. */
function namesTwo(pairs: readonly Pair[]): boolean {
  return [...Map.groupBy(pairs, ({ other }) => other.article).values()].some((met) => new Set(met.map(({ mine }) => mine.name)).size > 1);
}

function nameOnly(pairs: readonly Pair[]): Link {
  if (pairs.every(({ other }) => other.offences.length === 0)) return 'nameless';
  return pairs.some(({ mine }) => mine.offences.length === 0) ? 'bare' : 'namesake';
}

function samePerson(mine: Named, other: Named): boolean {
  return isFullName(mine.name) && isFullName(other.name) && sameName(mine.name, other.name);
}

function sharesOffence({ mine, other }: Pair): boolean {
  return mine.offences.some((offence) => other.offences.includes(offence));
}
