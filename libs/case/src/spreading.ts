import type { Chain } from './chain.js';
import { SAME_STEP_DAYS, allOccurrencesOf } from './clustering.js';
import type { DatedFact } from './fact.js';
import { VERDICTS } from './lifecycle.js';
import { corroborated } from './occurrence.js';
import type { Occurrence } from './occurrence.js';
import { by, placeInDay } from './order.js';
import { isPartial } from './partial.js';
import { placed } from './placing.js';
import { ruled } from './rules.js';
import type { Rules } from './rules.js';

/** A defendant's chains by offence code. */
export type Chains = ReadonlyMap<string, Chain>;

export type Stray = Readonly<{ step: Occurrence; why: 'no_row' | 'which_charge' }>;
export type Spread = Readonly<{ chains: Chains; strays: readonly Stray[] }>;

const IN_TIME = by<Occurrence>(({ lo }) => lo, ({ event }) => placeInDay(event), ({ id }) => id);

/**
 * What is told without an offence. Where a charge has that step, it corroborates it; otherwise it happens to every
 * charge that was ready for it. It never opens one.
 */
export function spread(chains: Chains, told: readonly DatedFact[], rules: Rules): Spread {
  const steps = allOccurrencesOf(told).map((step) => ruled(step, rules)).toSorted(IN_TIME);
  return steps.reduce<Spread>((before, step) => spreadStep(before, step, steps), { chains, strays: [] });
}

function spreadStep({ chains, strays }: Spread, step: Occurrence, all: readonly Occurrence[]): Spread {
  if ([...chains.values()].some((chain) => chain.steps.some((known) => isTwin(known, step)))) return { chains: withTwin(chains, step), strays };
  if (chains.size > 1 && (isPartial(step) || hasRival(step, all))) return { chains, strays: [...strays, { step, why: 'which_charge' }] };
  const next = withStep(chains, step, placed);
  return next ? { chains: next, strays } : { chains, strays: [...strays, { step, why: 'no_row' }] };
}

/** The same event in the same days, told with its offence. */
function isTwin(known: Occurrence, step: Occurrence): boolean {
  const sameWords = known.event === step.event && (step.value === '' || known.value === step.value);
  return sameWords && !known.offenceless && (overlap(known, step) || isNear(known, step));
}

const overlap = (a: Occurrence, b: Occurrence): boolean => a.hi >= b.lo && a.lo <= b.hi;

function isNear(known: Occurrence, { vague, lo }: Occurrence): boolean {
  return !vague && (Math.abs(known.lo - lo) <= SAME_STEP_DAYS || known.announcedOn === lo || known.occurredOn === lo);
}

function withTwin(chains: Chains, step: Occurrence): Chains {
  const joined = (known: Occurrence): Occurrence => (isTwin(known, step) ? corroborated(known, step) : known);
  return new Map([...chains].map(([offence, { steps, aside }]) => [offence, { steps: steps.map(joined), aside }]));
}

/** "Convicted of one count and acquitted of the other" does not say which is which; nor does "one charge was dropped". */
function hasRival(step: Occurrence, all: readonly Occurrence[]): boolean {
  return VERDICTS.includes(step.event) && all.some((other) => VERDICTS.includes(other.event) && other.event !== step.event && overlap(other, step));
}

export type Place = (list: readonly Occurrence[], step: Occurrence) => readonly Occurrence[] | null;

/** The chains with the step wherever it has a place; null where it has none. */
export function withStep(chains: Chains, step: Occurrence, place: Place): Chains | null {
  const next = new Map<string, Chain>();
  for (const [offence, chain] of chains) {
    const steps = place(chain.steps, { ...step, id: `${step.id}>${offence}`, offenceless: true });
    next.set(offence, steps ? { ...chain, steps } : chain);
  }
  return [...next].some(([offence, chain]) => chain !== chains.get(offence)) ? next : null;
}
