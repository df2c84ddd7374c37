import type { Day } from '@docketwire/kernel';
import { SAME_STEP_DAYS } from './clustering.js';
import { isExact } from './fact.js';
import type { DatedFact } from './fact.js';
import { findTerm } from './jurisdictions.js';
import type { Occurrence } from './occurrence.js';
import { by, groupsOf } from './order.js';

/** When a charge of an offence was first brought. */
type Opening = Readonly<{ offence: string; day: Day }>;

/** What an occurrence means beyond what was said of it: the law of the place, and the other charges of the defendant. */
export type Rules = Readonly<{ jurisdiction: string | null; offence: string | null; openings: readonly Opening[] }>;

export function ruled(step: Occurrence, rules: Rules): Occurrence {
  if (step.event === 'superseded') return { ...step, carriedBy: carrierOf(step, rules) };
  return step.mechanism === null ? step : lawful(step, step.mechanism, rules);
}

/** Whether the charge may come back, where nobody said it and the law of the place does. */
function lawful(step: Occurrence, mechanism: string, { jurisdiction }: Rules): Occurrence {
  const meaning = jurisdiction === null ? null : findTerm(jurisdiction, mechanism);
  if (!meaning?.refile || meaning.event !== step.event) return step;
  const refile = step.refile === 'unknown' ? meaning.refile : step.refile;
  return { ...step, refile, refileYears: refile === 'possible' && meaning.refileBy ? meaning.refileBy.years : null };
}

/**
 * A charge that was replaced by one of another offence: the nearest that was brought in those days and was not there
 * from the start. So no two can carry each other.
 */
function carrierOf({ lo, hi }: Occurrence, { offence, openings }: Rules): string | null {
  const own = openings.find((opening) => opening.offence === offence)?.day ?? -Infinity;
  const distance = ({ day }: Opening): number => Math.max(lo - day, day - hi, 0);
  const near = openings.filter((opening) => opening.offence !== offence && opening.day > own && distance(opening) <= SAME_STEP_DAYS);
  return near.toSorted(by(distance, (opening) => opening.offence))[0]?.offence ?? null;
}

/** The first charge of each offence; none where no charge was superseded, which is the rule. */
export function openingsIn(facts: readonly DatedFact[]): readonly Opening[] {
  if (!facts.some(({ event }) => event === 'superseded')) return [];
  const charged = facts.filter((fact) => fact.offence !== null && (fact.event === 'charged' || fact.event === 'indicted') && isExact(fact));
  return [...groupsOf(charged, ({ offence }) => offence ?? '')].map(([offence, told]) => ({ offence, day: Math.min(...told.map(({ lo }) => lo)) }));
}
