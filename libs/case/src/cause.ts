import type { AssertionSet, Quote } from './assertion.js';
import type { Change } from './case-view.js';
import { factId } from './fact.js';
import { settledAssertions } from './settling.js';

/**
 * The words of the set that carry a change: those under the latest step that it supports, or under the conflict. Null
 * where it has none, as what takes something back. The steps' own quotes are the best three, and the news that made the
 * change need not be among them.
 */
export function findCausingQuote({ after, anomaly }: Pick<Change, 'after' | 'anomaly'>, set: AssertionSet): Quote | null {
  const quotes = new Map(settledAssertions(set).map((assertion) => [factId(assertion), assertion.quote]));
  const told = [...(after?.steps ?? []), ...(anomaly ? [anomaly] : [])].flatMap(({ facts }) => facts.filter((fact) => quotes.has(fact)).slice(0, 1));
  return quotes.get(told.at(-1) ?? '') ?? null;
}
