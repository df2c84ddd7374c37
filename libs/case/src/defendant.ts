import type { Day } from '@docketwire/kernel';
import type { Anomaly, AnomalyReason, ChargeView, DefendantView } from './case-view.js';
import { chainOf } from './chain.js';
import { bestEvidence, chargeIds, chargeView } from './charge-view.js';
import type { PlacedRow } from './charge-view.js';
import { withLines } from './lines.js';
import type { DatedFact } from './fact.js';
import { fold } from './fold.js';
import type { Refused } from './fold.js';
import { custodyOf, leadOf } from './lead.js';
import { listed } from './list.js';
import type { Memory } from './memory.js';
import type { Occurrence } from './occurrence.js';
import { by, groupsOf } from './order.js';
import type { Person } from './people.js';
import { livedRows } from './row.js';
import type { LivedRow } from './row.js';
import { openingsIn } from './rules.js';
import { spread } from './spreading.js';
import type { Spread } from './spreading.js';

/** The offence of a defendant of whom nobody says what the charge is. */
export const UNSPECIFIED = 'unspecified';

/** The case, the day that is looked at, and what was worked out before. */
export type Scene = Readonly<{ caseId: string; jurisdiction: string | null; on: Day; memory: Memory }>;

/** What the facts say of one defendant. */
export type Told = Readonly<{ defendant: DefendantView; rows: readonly LivedRow[]; charges: readonly ChargeView[]; anomalies: readonly Anomaly[] }>;

type About = Readonly<{ person: Person; facts: readonly DatedFact[] }>;
/** One chain up to the day that is looked at. */
type Course = Readonly<{ rows: readonly PlacedRow[]; refused: readonly Refused[] }>;
type Odd = Readonly<{ offence: string | null; why: AnomalyReason; step: Occurrence; facts: readonly DatedFact[] }>;

export function toldOf(scene: Scene, { person, facts }: About): Told {
  const { chains, strays } = chainsOf(scene, { person, facts });
  const offences = [...chains.keys()].toSorted();
  const courses = new Map(offences.map((offence) => [offence, courseOf(scene, { defendant: person.id, offence, steps: chains.get(offence)?.steps ?? [] })]));
  const placed = [...courses.values()].flatMap(({ rows }) => rows);
  const rows = placed.map(({ row }) => row);
  const odd = [
    ...strays.map(({ step, why }): Odd => ({ offence: null, why, step, facts: step.facts })),
    ...offences.flatMap((offence) => [
      ...(chains.get(offence)?.aside ?? []).map(({ step, why }): Odd => ({ offence, why, step, facts: step.facts })),
      ...(courses.get(offence)?.refused ?? []).flatMap(({ step, why }): Odd[] => (why === 'line' ? [] : [{ offence, why, step, facts: step.facts }])),
      ...(chains.get(offence)?.steps ?? []).map((step): Odd => ({ offence, why: 'other_date', step, facts: step.variants })),
    ]),
  ];
  return { defendant: { ...person, ...leadOf(placed), custody: custodyOf(rows) }, rows, charges: withCarriers(placed).map(chargeView), anomalies: anomaliesOf(scene, person, odd) };
}

/** One chain per offence. Without any, what is told is of one charge that nobody names. */
function chainsOf({ jurisdiction, memory }: Scene, { person, facts }: About): Spread {
  const named = facts.filter(({ offence }) => offence !== null);
  const offences = groupsOf(named, ({ offence }) => offence ?? UNSPECIFIED);
  const openings = openingsIn(facts);
  const rules = { jurisdiction, offence: null, openings };
  const chain = (offence: string, told: readonly DatedFact[]) =>
    memory(JSON.stringify([person.id, offence]), [jurisdiction, JSON.stringify(openings), ...told], () => chainOf(told, { ...rules, offence }));
  if (offences.size === 0) return withLines({ chains: new Map([[UNSPECIFIED, chain(UNSPECIFIED, facts)]]), strays: [] });
  const chains = [...offences.keys()].toSorted().map((offence) => [offence, chain(offence, offences.get(offence) ?? [])] as const);
  return withLines(spread(new Map(chains), facts.filter(({ offence }) => offence === null), rules));
}

type OneChain = Readonly<{ defendant: string; offence: string; steps: readonly Occurrence[] }>;

function courseOf({ caseId, on }: Scene, { defendant, offence, steps }: OneChain): Course {
  const uncertain = steps.some((step) => step.vague && step.lo <= on && on < step.on);
  const { rows, refused } = fold(steps.filter((step) => step.on <= on));
  const lived = livedRows(rows).filter((row) => row.status !== '(none)' || row.steps.length > 0);
  const idOf = chargeIds({ caseId, defendant, offence });
  return { rows: lived.map((row) => ({ id: idOf(row.n, row.part), defendant, offence, row, uncertain, idOf, carrier: null })), refused: listed(refused) };
}

/** A charge that another offence carries on points to that charge, once it is there. */
function withCarriers(placed: readonly PlacedRow[]): readonly PlacedRow[] {
  return placed.map((one) => (typeof one.row.carriedBy === 'string' ? { ...one, carrier: placed.find(({ offence }) => offence === one.row.carriedBy)?.id ?? null } : one));
}

const IN_PLACE = by<Odd>(({ offence }) => offence ?? '', ({ step }) => step.lo, ({ facts }) => facts.map(({ id }) => id).join(' '), ({ why }) => why);

/** What had been reported by the day that is looked at, of that day or before. */
function anomaliesOf({ on }: Scene, { id: defendant }: Person, odd: readonly Odd[]): Anomaly[] {
  return odd
    .map((each) => ({ ...each, facts: each.facts.filter(({ lo, reported }) => lo <= on && reported <= on) }))
    .filter(({ facts }) => facts.length > 0)
    .toSorted(IN_PLACE)
    .map(({ offence, why, step: { when }, facts }) => ({
      defendant, offence, why,
      when: why === 'other_date' ? (facts[0]?.when ?? null) : when,
      facts: facts.map(({ id }) => id), evidence: bestEvidence(facts),
    }));
}
