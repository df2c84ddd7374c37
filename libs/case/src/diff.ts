import type { Anomaly, CaseView, Change, ChargeView } from './case-view.js';
import { changeKindOf } from './change-kind.js';
import type { Because } from './change-kind.js';
import { by } from './order.js';
import { pairsOf } from './pairing.js';
import type { Pair } from './pairing.js';
import type { NewsKind } from './vocabulary.js';

/**
 * What subscribers hear: first of charges that are gone, then of the others in the order of the view, then of the case
 * as a whole. Empty where only the best quotes changed.
 */
export function diff(before: CaseView, after: CaseView, cause: Readonly<{ kind: NewsKind }>): Change[] {
  const because = { kind: cause.kind, dropped: droppedBetween(before, after) };
  return [...pairsOf(before.charges, after.charges).flatMap((pair) => chargeChange(pair, because)), ...caseChanges(before, after)];
}

/**
 * The charges of `before` after the changes: those of `after`, but for quotes and fact ids that nobody was told of.
 * All removals go first, since a charge may take over the id of another.
 */
export function applyDiff(charges: readonly ChargeView[], changes: readonly Change[]): ChargeView[] {
  const gone = new Set(changes.map(({ before }) => before?.id));
  const added = changes.flatMap(({ after }) => after ?? []);
  return [...charges.filter(({ id }) => !gone.has(id)), ...added].toSorted(IN_VIEW);
}

const IN_VIEW = by<ChargeView>(({ defendant }) => defendant, ({ offence }) => offence, ({ n }) => n, ({ part }) => part ?? '');

function chargeChange(pair: Pair, because: Because): Change[] {
  const { before, after } = pair;
  const charge = after ?? before;
  const kind = changeKindOf(pair, because);
  if (!charge || !kind) return [];
  const previousChargeId = before && before.id !== charge.id ? before.id : null;
  return [{ kind, chargeId: charge.id, previousChargeId, defendant: charge.defendant, before, after }];
}

function caseChanges(before: CaseView, after: CaseView): Change[] {
  const opened = after.anomalies.filter((anomaly) => !before.anomalies.some((known) => isSameConflict(known, anomaly)));
  const resolved = before.anomalies.filter((anomaly) => !after.anomalies.some((still) => isSameConflict(still, anomaly)));
  const renamed = after.defendants.filter(({ id, name }) => before.defendants.some((known) => known.id === id && known.name !== name));
  return [
    ...(after.reopened && !before.reopened ? [{ ...OF_THE_CASE, kind: 'reopened' as const }] : []),
    ...renamed.map(({ id }) => ({ ...OF_THE_CASE, kind: 'refined' as const, defendant: id })),
    ...opened.map((anomaly) => ({ ...OF_THE_CASE, kind: 'conflict_opened' as const, defendant: anomaly.defendant, anomaly })),
    ...resolved.map((anomaly) => ({ ...OF_THE_CASE, kind: 'conflict_resolved' as const, defendant: anomaly.defendant, anomaly })),
  ];
}

const OF_THE_CASE = { chargeId: null, previousChargeId: null, defendant: null, before: null, after: null };

/** One that another article joins is still the same conflict. */
function isSameConflict(a: Anomaly, b: Anomaly): boolean {
  return a.defendant === b.defendant && a.offence === b.offence && a.why === b.why && a.facts.some((fact) => b.facts.includes(fact));
}

function droppedBetween(before: CaseView, after: CaseView): ReadonlySet<string> {
  const left = factsIn(after);
  return new Set([...factsIn(before)].filter((fact) => !left.has(fact)));
}

function factsIn({ charges, anomalies, notes }: CaseView): Set<string> {
  return new Set([...charges, ...anomalies, ...notes].flatMap(({ facts }) => facts));
}
