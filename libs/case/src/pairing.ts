import type { ChargeView } from './case-view.js';
import { by } from './order.js';

/** A charge before and after; null where it was not there, or is not any more. */
export type Pair = Readonly<{ before: ChargeView | null; after: ChargeView | null }>;

type Candidate = Readonly<{ before: ChargeView; after: ChargeView; shared: number }>;

/**
 * Which charge of before is which of after: the one with most facts in common, then the one of the same id. An archive
 * that is loaded late shifts the places in a refiling chain, and by id alone the live charge would seem to be dismissed.
 */
export function pairsOf(before: readonly ChargeView[], after: readonly ChargeView[]): Pair[] {
  const candidates = before.flatMap((old) => after.flatMap((now) => candidateOf(old, now)));
  const paired: Candidate[] = [];
  const taken = new Set<ChargeView>();
  for (const candidate of candidates.toSorted(BEST_FIRST)) {
    if (taken.has(candidate.before) || taken.has(candidate.after)) continue;
    paired.push(candidate);
    taken.add(candidate.before).add(candidate.after);
  }
  const gone = before.filter((charge) => !taken.has(charge)).map((charge) => ({ before: charge, after: null }));
  return [...gone, ...after.map((charge) => ({ before: paired.find((pair) => pair.after === charge)?.before ?? null, after: charge }))];
}

const BEST_FIRST = by<Candidate>(({ shared }) => -shared, ({ before, after }) => before.id !== after.id, ({ before }) => before.id, ({ after }) => after.id);

function candidateOf(before: ChargeView, after: ChargeView): Candidate[] {
  if (before.defendant !== after.defendant) return [];
  const shared = before.facts.filter((fact) => after.facts.includes(fact)).length;
  return shared || before.id === after.id ? [{ before, after, shared }] : [];
}
