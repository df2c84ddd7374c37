import type { Day } from '@docketwire/kernel';
import type { AssertionSet } from './assertion.js';
import type { Anomaly, AnomalyReason, CaseView, DefendantView, Note } from './case-view.js';
import { chainOf } from './chain.js';
import { bestEvidence, chargeId, chargeView } from './charge-view.js';
import type { PlacedRow } from './charge-view.js';
import { withArrests } from './custody.js';
import { datedFact } from './fact.js';
import type { DatedFact, Fact } from './fact.js';
import { fold } from './fold.js';
import { gather } from './gathering.js';
import type { Gathered } from './gathering.js';
import { classesOf, custodyOf, leadOf } from './lead.js';
import { TRANSITIONS } from './lifecycle.js';
import { listed } from './list.js';
import type { Occurrence } from './occurrence.js';
import { by, groupsOf } from './order.js';
import type { Person } from './people.js';
import { livedRows } from './row.js';
import type { LivedRow } from './row.js';
import { spread } from './spreading.js';
import type { Spread } from './spreading.js';
import type { CaseStateName } from './vocabulary.js';

/** Grows with every change of a rule in this room: a projection made by another version must be built again. */
export const VIEW_VERSION = 1;

/** The offence of a defendant of whom nobody says what the charge is. */
export const UNSPECIFIED = 'unspecified';

export type ViewOptions = Readonly<{
  /** What was true on that day; without it, everything told. */
  on?: Day;
}>;

type Scene = Readonly<{ caseId: string; on: Day }>;
type Odd = Readonly<{ anomaly: Anomaly; lo: Day }>;
type Told = Readonly<{ defendant: DefendantView; rows: readonly PlacedRow[]; odd: readonly Odd[] }>;

/** The whole case as the sets (or their facts) show it. Total: what does not fit is kept as an anomaly. */
export function view(caseId: string, told: Iterable<AssertionSet> | Gathered, { on = Infinity }: ViewOptions = {}): CaseView {
  const { facts, people } = 'facts' in told ? told : gather(told);
  const deciding = facts.filter(({ event, party }) => !party && Object.hasOwn(TRANSITIONS, event)).map(datedFact);
  const byDefendant = groupsOf(deciding, ({ defendant }) => defendant);
  const all = [...byDefendant.keys()].toSorted().map((id) => defendantTold({ caseId, on }, personOf(people, id), byDefendant.get(id) ?? []));
  const rows = all.flatMap((each) => each.rows);
  return {
    id: caseId,
    state: stateOf(rows.map(({ row }) => row)),
    reopened: rows.some(({ row }) => row.refiles !== null),
    defendants: all.map(({ defendant }) => defendant),
    charges: rows.map(chargeView),
    anomalies: all.flatMap(({ odd }) => odd).toSorted(IN_PLACE).map(({ anomaly }) => anomaly),
    notes: facts.filter(({ party }) => party).map(noteOf),
  };
}

const IN_PLACE = by<Odd>(({ anomaly }) => anomaly.defendant, ({ anomaly }) => anomaly.offence ?? '', ({ lo }) => lo, ({ anomaly }) => anomaly.facts.join(' '), ({ anomaly }) => anomaly.why);

const personOf = (people: readonly Person[], id: string): Person => people.find((person) => person.id === id) ?? { id, name: id, aliases: [] };

function defendantTold(scene: Scene, person: Person, facts: readonly DatedFact[]): Told {
  const { chains, strays } = chainsOf(facts);
  const rows = [...chains.keys()].toSorted().flatMap((offence) => rowsOf(scene, { person, offence, steps: chains.get(offence)?.steps ?? [] }));
  const odd = [...chains].flatMap(([offence, { steps, aside }]) => [
    ...aside.map(({ step, why }) => oddOf({ person, offence, why }, step, step.facts)),
    ...listed(fold(steps).refused).flatMap(({ step, why }) => (why === 'line' ? [] : [oddOf({ person, offence, why }, step, step.facts)])),
    ...steps.filter(({ variants }) => variants.length).map((step) => oddOf({ person, offence, why: 'other_date' }, step, step.variants)),
  ]);
  const stray = strays.map(({ step, why }) => oddOf({ person, offence: null, why }, step, step.facts));
  const lead = leadOf(rows.map((placed) => ({ id: chargeId(placed, placed.row.n), row: placed.row })));
  return { defendant: { ...person, ...lead, custody: custodyOf(rows.map(({ row }) => row)) }, rows, odd: [...odd, ...stray] };
}

/** One chain per offence. Without any, what is told is of one charge that nobody names. */
function chainsOf(facts: readonly DatedFact[]): Spread {
  const named = facts.filter(({ offence }) => offence !== null);
  const offences = groupsOf(named, ({ offence }) => offence ?? UNSPECIFIED);
  if (offences.size === 0) return withArrests({ chains: new Map([[UNSPECIFIED, chainOf(facts)]]), strays: [] });
  const chains = [...offences.keys()].toSorted().map((offence) => [offence, chainOf(offences.get(offence) ?? [])] as const);
  return withArrests(spread(new Map(chains), facts.filter(({ offence }) => offence === null)));
}

type OneChain = Readonly<{ person: Person; offence: string; steps: readonly Occurrence[] }>;

function rowsOf({ caseId, on }: Scene, { person, offence, steps }: OneChain): PlacedRow[] {
  const uncertain = steps.some((step) => step.vague && step.lo <= on && on < step.on);
  return livedRows(fold(steps.filter((step) => step.on <= on)).rows)
    .filter((row) => row.status !== '(none)' || row.steps.length > 0)
    .map((row) => ({ caseId, defendant: person.id, offence, row, uncertain }));
}

type Reason = Readonly<{ person: Person; offence: string | null; why: AnomalyReason }>;

function oddOf({ person, offence, why }: Reason, { when, lo }: Occurrence, facts: readonly DatedFact[]): Odd {
  const [first] = facts;
  const told = why === 'other_date' ? (first?.when ?? null) : when;
  return { anomaly: { defendant: person.id, offence, why, when: told, facts: facts.map(({ id }) => id), evidence: bestEvidence(facts) }, lo };
}

function noteOf({ id, defendant, offence, event, value, when, realis, evidence }: Fact): Note {
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
