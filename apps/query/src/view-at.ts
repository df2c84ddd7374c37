import { view } from '@docketwire/case';
import type { AssertionSet, CaseView } from '@docketwire/case';
import { dayOf } from '@docketwire/kernel';

/** The case as these sets show it, on a day (`YYYY-MM-DD`) or with everything told. */
export function viewAt(caseId: string, sets: readonly AssertionSet[], on: string | null): CaseView {
  return view(caseId, sets, on === null ? {} : { on: dayOf(on) });
}
