import type { Day, PartialDate } from '@docketwire/kernel';
import { dateOn } from './days.js';
import { isExact } from './fact.js';
import type { DatedFact } from './fact.js';
import { by, groupsOf } from './order.js';
import { PROOF, originatorsOf, votesOn, weightOf, winnerOn } from './voices.js';
import { REFILES } from './vocabulary.js';
import type { ChargeEvent, Realis, Refile } from './vocabulary.js';

/** Something that happened once, with all the facts that tell it. */
export type Occurrence = Readonly<{
  id: string;
  event: ChargeEvent;
  value: string;
  /** The days it may have happened on. */
  lo: Day;
  hi: Day;
  /** The day from which it counts: for a vague one, where it was placed. */
  on: Day;
  vague: boolean;
  /** The date as told. */
  when: PartialDate | null;
  realis: Realis;
  announcedOn: Day | null;
  occurredOn: Day | null;
  /** Whether somebody reported it while it was news: such a report is no careless recap. */
  fresh: boolean;
  /** How well it is proved (`weightOf`); without an editor, the independent originators. */
  weight: number;
  originators: number;
  refile: Refile;
  /** The raw legal term. */
  mechanism: string | null;
  /** Where the law sets one: within how many years the charge may come back. */
  refileYears: number | null;
  /** Of a superseded charge: the offence that carries it on; null where it is the same one, in a row of its own. */
  carriedBy: string | null;
  facts: readonly DatedFact[];
  /** Those of `facts` that give it another date. */
  variants: readonly DatedFact[];
  /** Nobody tells it; a later one implies it. */
  inferred: boolean;
  /** Told without an offence, and applied to this charge because it fits. */
  offenceless: boolean;
}>;

/** A report this soon after the day tells news; later it is a recap, whose date may be mistaken. */
export const FRESH_DAYS = 14;

export const proofOf = (weight: number): number => Math.min(weight, PROOF);

export const isFresh = ({ lo, reported }: DatedFact): boolean => reported - lo <= FRESH_DAYS;

/** The facts of one date (or of dates taken as one), the head first, and those that give another date. */
export function occurrenceOf(members: readonly [DatedFact, ...DatedFact[]], variants: readonly DatedFact[]): Occurrence {
  const [head] = members;
  const facts = [...members, ...variants].toSorted(by(({ id }) => id));
  const exact = members.filter(isExact);
  return {
    id: head.id, event: head.event, value: head.value,
    ...(exact.length ? exactly(exact) : vaguely(members)),
    fresh: exact.some(isFresh),
    ...toldBy(facts),
    variants,
    refileYears: null, carriedBy: null, inferred: false, offenceless: false,
  };
}

type Dating = Pick<Occurrence, 'lo' | 'hi' | 'on' | 'vague' | 'when' | 'realis' | 'announcedOn' | 'occurredOn'>;

/** It counts from its announcement by those who decide. */
function exactly(exact: readonly DatedFact[]): Dating {
  const { announcedOn, occurredOn } = datesOf(exact);
  const start = Math.min(announcedOn ?? Infinity, occurredOn ?? Infinity);
  return { lo: start, hi: start, on: start, vague: false, when: dateOn(start), realis: occurredOn === null ? 'announced' : 'occurred', announcedOn, occurredOn };
}

/** The days that all of them leave; the date as the narrowest tells it. */
function vaguely(members: readonly [DatedFact, ...DatedFact[]]): Dating {
  const lo = Math.max(...members.map((fact) => fact.lo));
  const announced = members.every(({ realis }) => realis === 'announced');
  return { lo, hi: Math.min(...members.map((fact) => fact.hi)), on: lo, vague: true, when: members[0].when, realis: announced ? 'announced' : 'occurred', announcedOn: null, occurredOn: null };
}

function toldBy(facts: readonly DatedFact[]): Pick<Occurrence, 'facts' | 'weight' | 'originators' | 'refile' | 'mechanism'> {
  const voices = facts.flatMap((fact) => fact.voices);
  const said = winnerOn(voices, 'refile');
  return {
    facts, weight: weightOf(voices), originators: originatorsOf(voices),
    refile: REFILES.find((each) => each === said) ?? 'unknown',
    mechanism: votesOn(voices, 'mechanism')[0]?.[0] ?? null,
  };
}

/** The day on which it was announced and the one on which it was done, each as most originators tell it. */
function datesOf(exact: readonly DatedFact[]): Pick<Occurrence, 'announcedOn' | 'occurredOn'> {
  const [only, ...others] = exact;
  if (only && others.length === 0) return only.realis === 'announced' ? { announcedOn: only.lo, occurredOn: null } : { announcedOn: null, occurredOn: only.lo };
  const days = groupsOf(exact, ({ lo }) => String(lo));
  const best = (realis: Realis): Day | null => {
    const told = [...days.values()].filter((facts) => facts.some((fact) => fact.realis === realis));
    const [first] = told.toSorted(by((facts) => -weightOf(facts.flatMap(({ voices }) => voices)), ([fact]) => fact?.lo ?? 0));
    return first?.[0]?.lo ?? null;
  };
  return { announcedOn: best('announced'), occurredOn: best('occurred') };
}

/** `told` was said without an offence and means this step: it only corroborates. */
export function corroborated(step: Occurrence, told: Occurrence): Occurrence {
  const facts = [...new Map([...step.facts, ...told.facts].map((fact) => [fact.id, fact])).values()].toSorted(by(({ id }) => id));
  const now = toldBy(facts);
  /* What the law of the place says stays, as long as nobody says otherwise. */
  return { ...step, ...now, refile: now.refile === 'unknown' ? step.refile : now.refile };
}
