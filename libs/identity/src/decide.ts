import { isFullName, sameName } from './name.js';

/** A defendant as one article names them. */
export type Named = Readonly<{ name: string; offences: readonly string[] }>;

/** A defendant of another article, with the case that article is assigned to. */
export type Mention = Named & Readonly<{ article: string; caseId: string; defendantId: string; caseReference: string | null }>;

export type Sighting = Readonly<{ caseReference: string | null; defendants: readonly Named[] }>;

/** Which cases an article is about. `same`: surely; `perhaps`: the name fits and nothing else speaks for or against it. */
export type Match = Readonly<{ same: readonly string[]; perhaps: readonly string[] }>;

/**
 * Compares an article with the mentions of others.
 *
 * Surely one case: one case reference of the publisher, or the same full name with a shared offence, or two same full
 * names (co-defendants). A name alone is only `perhaps`, and only where one side names no offence: two people of one
 * name whom different offences are laid to are two cases until something links them.
 */
export function match(article: Sighting, mentions: readonly Mention[]): Match {
  const same = new Set<string>();
  const perhaps = new Set<string>();
  for (const [caseId, others] of Map.groupBy(mentions, ({ caseId: id }) => id)) {
    const strength = strengthOf(article, others);
    if (strength === 'same') same.add(caseId);
    if (strength === 'perhaps') perhaps.add(caseId);
  }
  return { same: [...same].toSorted(), perhaps: [...perhaps].toSorted() };
}

function strengthOf({ caseReference, defendants }: Sighting, others: readonly Mention[]): 'same' | 'perhaps' | 'other' {
  if (caseReference !== null && others.some((other) => other.caseReference === caseReference)) return 'same';
  const pairs = defendants.flatMap((mine) => others.filter((other) => samePerson(mine, other)).map((other) => ({ mine, other })));
  if (pairs.some(({ mine, other }) => sharesOffence(mine, other))) return 'same';
  // Two defendants of ours whom one and the same article of theirs names too.
  const together = Map.groupBy(pairs, ({ other }) => other.article);
  if ([...together.values()].some((met) => new Set(met.map(({ mine }) => mine.name)).size > 1)) return 'same';
  return pairs.some(({ mine, other }) => mine.offences.length === 0 || other.offences.length === 0) ? 'perhaps' : 'other';
}

function samePerson(mine: Named, other: Named): boolean {
  return isFullName(mine.name) && isFullName(other.name) && sameName(mine.name, other.name);
}

function sharesOffence(mine: Named, other: Named): boolean {
  return mine.offences.some((offence) => other.offences.includes(offence));
}
