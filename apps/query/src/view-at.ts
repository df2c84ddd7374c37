import { view } from '@docketwire/case';
import type { Anomaly, AssertionSet, CaseView, Note } from '@docketwire/case';
import { dayOf, rangeOf } from '@docketwire/kernel';
import type { Day } from '@docketwire/kernel';

/** The case as these sets show it, on a day (`YYYY-MM-DD`) or with everything told. */
export function viewAt(caseId: string, sets: readonly AssertionSet[], on: string | null): CaseView {
  if (on === null) return view(caseId, sets);
  const day = dayOf(on);
  const seen = view(caseId, sets, { on: day });
  return { ...seen, anomalies: seen.anomalies.filter(hadComeBy(day)), notes: seen.notes.filter(hadComeBy(day)) };
}

/** Like a step of the record: from the end of the room that its date leaves, but no later than somebody said it. */
function hadComeBy(day: Day): (told: Anomaly | Note) => boolean {
  return ({ when, evidence }) => Math.min(rangeOf(when).to, ...evidence.map(({ reported }) => dayOf(reported))) <= day;
}
