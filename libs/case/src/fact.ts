import { hash } from 'node:crypto';
import { LAST_DAY } from '@docketwire/kernel';
import type { Day, PartialDate } from '@docketwire/kernel';
import type { Assertion } from './assertion.js';
import type { Evidence } from './case-view.js';
import { dayOn, daysIn } from './days.js';
import type { Voice } from './voices.js';
import type { ChargeEvent, Realis } from './vocabulary.js';

/** What separates facts: the step, its value, its date, and whether those who decide say it. All else is voted on. */
export type FactKey = Readonly<Pick<Assertion, 'defendant' | 'offence' | 'event' | 'value' | 'when' | 'realis' | 'party'>>;

/** Equal assertions of any number of articles. Its size does not grow with that number beyond `MAX_VOICES`. */
export type Fact = Readonly<{
  id: string;
  defendant: string;
  offence: string | null;
  event: ChargeEvent;
  value: string;
  when: PartialDate | null;
  realis: Realis;
  party: boolean;
  /** The date of the earliest article that says it. */
  firstReported: string;
  voices: readonly Voice[];
  /** At most `MAX_EVIDENCE`, the earliest first. */
  evidence: readonly Evidence[];
}>;

/** A fact and the days it may mean. */
export type DatedFact = Fact & Readonly<{ lo: Day; hi: Day; reported: Day }>;

/** Equal for equal facts, and for no others. */
export function factKey({ defendant, offence, event, value, when, realis, party }: FactKey): string {
  return JSON.stringify([defendant, offence, event, value, when, realis, party]);
}

/** 96 bits: short in a document that names each fact several times, and two of a case never meet. */
const ID_CHARACTERS = 16;

export function factId(key: FactKey): string {
  return hash('sha256', factKey(key), 'base64url').slice(0, ID_CHARACTERS);
}

const DATED = new WeakMap<Fact, DatedFact>();

/** The same for the same fact. */
export function datedFact(fact: Fact): DatedFact {
  const dated = DATED.get(fact) ?? dateFact(fact);
  DATED.set(fact, dated);
  return dated;
}

/** What is said to have occurred had occurred when it was first reported: "charged this year", in March, is before April. */
function dateFact(fact: Fact): DatedFact {
  const { from, to } = daysIn(fact.when);
  const reported = dayOn(fact.firstReported);
  const known = Number.isNaN(reported) ? LAST_DAY : reported;
  return { ...fact, lo: from, hi: fact.realis === 'occurred' ? Math.max(from, Math.min(to, known)) : to, reported: known };
}

export const isExact = ({ lo, hi }: Readonly<{ lo: Day; hi: Day }>): boolean => lo === hi;
