import type { Day } from '@docketwire/kernel';
import type { AssertionSet } from './assertion.js';
import type { CaseView, Note } from './case-view.js';
import { toldOf } from './defendant.js';
import { datedFact } from './fact.js';
import type { DatedFact } from './fact.js';
import { gather } from './gathering.js';
import type { Gathered } from './gathering.js';
import { classesOf } from './lead.js';
import { TRANSITIONS } from './lifecycle.js';
import { openMemory } from './memory.js';
import type { Memory } from './memory.js';
import { groupsOf } from './order.js';
import type { Person } from './people.js';
import type { LivedRow } from './row.js';
import type { CaseStateName } from './vocabulary.js';

/** Grows with every change of a rule in this room: a projection made by another version must be built again. */
export const VIEW_VERSION = 2;

export type ViewOptions = Readonly<{
  /** What was true on that day, and had been reported; without it, everything told. */
  on?: Day;
}>;

/** The whole case as the sets (or their facts) show it. Total: what does not fit is kept as an anomaly. */
export function view(caseId: string, told: Iterable<AssertionSet> | Gathered, { on = Infinity }: ViewOptions = {}): CaseView {
  return viewWith(openMemory(), { caseId, on, gathered: 'facts' in told ? told : gather(told) });
}

type Look = Readonly<{ caseId: string; on: Day; gathered: Gathered }>;

/** The same, for who looks at one case again and again: what did not change since the last look is not worked out anew. */
export function viewWith(memory: Memory, { caseId, on, gathered: { facts, people, jurisdiction } }: Look): CaseView {
  const dated = facts.map(datedFact);
  const deciding = dated.filter(({ event, party }) => !party && Object.hasOwn(TRANSITIONS, event));
  const byDefendant = groupsOf(deciding, ({ defendant }) => defendant);
  const isNow = on === Infinity;
  const all = [...byDefendant.keys()].toSorted().map((id) => {
    const about = { person: personOf(people, id), facts: byDefendant.get(id) ?? [] };
    const work = () => toldOf({ caseId, jurisdiction, on, memory }, about);
    return isNow ? memory(JSON.stringify([id]), [jurisdiction, about.person, ...about.facts], work) : work();
  });
  const shown = isNow ? all : all.filter(({ rows, anomalies }) => rows.length > 0 || anomalies.length > 0);
  const rows = shown.flatMap((each) => each.rows);
  return {
    id: caseId,
    state: stateOf(rows),
    reopened: rows.some(({ refiles }) => refiles !== null),
    defendants: shown.map(({ defendant }) => defendant),
    charges: shown.flatMap(({ charges }) => charges),
    anomalies: shown.flatMap(({ anomalies }) => anomalies),
    notes: dated.filter(({ party, lo, reported }) => party && lo <= on && reported <= on).map(noteOf),
  };
}
const personOf = (people: readonly Person[], id: string): Person => people.find((person) => person.id === id) ?? { id, name: id, aliases: [] };

function noteOf({ id, defendant, offence, event, value, when, realis, evidence }: DatedFact): Note {
  return { defendant, offence, event, value, when, realis, facts: [id], evidence };
}

/** Never one adjective for several defendants: what the case as a whole still waits for. */
function stateOf(rows: readonly LivedRow[]): CaseStateName {
  const classes = classesOf(rows);
  if (classes.has('open')) return 'open';
  if (classes.has('inactive')) return 'inactive';
  if (rows.some(({ appeal }) => appeal === 'filed')) return 'on_appeal';
  if (classes.has('disposed')) return 'closed';
  return classes.has('pre_charge') ? 'pre_charge' : 'unknown';
}
