import { listFrom, startOfList } from '../clause/lists.js';
import { objectOf } from '../clause/object.js';
import { NONE } from '../clause/reference.js';
import type { Reference } from '../clause/reference.js';
import { nearestOf, subjectOf } from '../clause/subject.js';
import { kindAt, wordAt } from '../clause/units.js';
import type { Clause, Unit } from '../clause/units.js';
import type { Rule } from '../rules/index.js';
import type { Spot } from './finding.js';

/** Whom the words of a rule speak of. */
export function referenceOf({ who }: Rule, spot: Spot): Reference {
  const { clause, first, last, group } = spot;
  if (who === 'patient') return patientOf(spot);
  if (who === 'subject') return subjectOf(clause.units, group.start);
  if (who === 'first') return possessorAt(clause.units, first);
  if (who === 'last') return lastPerson(clause.units, first, last);
  return aboutWhom(spot, who === 'charge');
}

/** `Also charged were X and Y`. */
function invertedSubject(units: readonly Unit[], first: number): Reference | null {
  const at = units.findIndex((unit, index) => index > first && index < first + 6 && /^(?:was|were)$/.test(unit.lower));
  const isPlain = at > 0 && units.slice(first + 1, at).every((unit) => unit.kind !== 'person' && unit.kind !== 'mark');
  return isPlain && kindAt(units, at + 1) === 'person' ? { kind: 'persons', units: listFrom(units, at + 1) } : null;
}

const GIVES = /^(?:granted|grants|gave|denied|refused|gives)$/;

/** `granted bail to X`. */
function receiver(units: readonly Unit[], first: number): Reference | null {
  const at = units.findIndex((unit, index) => index > first && index < first + 5 && /^(?:to|for)$/.test(unit.lower));
  return kindAt(units, at + 1) === 'person' && at > 0 ? { kind: 'persons', units: listFrom(units, at + 1) } : null;
}

/** No participles: without an object they tell what their subject did to somebody unnamed. */
const ONLY_PAST: ReadonlySet<string> = new Set(['gave', 'gives', 'took', 'takes', 'hands', 'sentences', 'convicts', 'jails', 'arrests', 'pardons', 'acquits', 'remands', 'finds', 'ruled']);

function patientOf({ clause: { units }, first, group }: Spot): Reference {
  if (group.passive) return invertedSubject(units, first) ?? subjectOf(units, group.start);
  const object = objectOf(units, first);
  if (object.kind === 'persons') return object;
  return invertedSubject(units, first) ?? whereActive(units, first) ?? (group.start === first ? nearestOf(units, first) : subjectOf(units, group.start));
}

/** A verb without an object or auxiliary that cannot be a participle. */
function whereActive(units: readonly Unit[], first: number): Reference | null {
  const word = wordAt(units, first);
  const given = GIVES.test(word) ? receiver(units, first) : null;
  return given ?? (ONLY_PAST.has(word) ? NONE : null);
}

function possessorAt(units: readonly Unit[], at: number): Reference {
  const unit = units[at] as Unit;
  if (unit.kind !== 'person') return { kind: 'persons', units: [unit] };
  return { kind: 'persons', units: units.slice(startOfList(units, at), at + 1).filter((each) => each.kind === 'person') };
}

function lastPerson(units: readonly Unit[], first: number, last: number): Reference {
  for (let at = last; at >= first; at -= 1) if (kindAt(units, at) === 'person') return { kind: 'persons', units: listFrom(units, at) };
  return NONE;
}

const CASE_WITHIN = 24;
const AGAINST = /(?:against|facing|in the (?:case|trial) of|trial of|case of|convictions? of|sentences? of|(?:appeals?|motions?|requests?|bids?|applications?|petitions?) (?:by|of|from)) (?:(?!(?:and|who|that|which|was|were|in|on|by|of|for|to|have|has|had) )[\w'’.-]+ ){0,4}$/;

/** Charges, verdicts and trials: the person named with them, inside the words, after, before, or by a possessive. */
function aboutWhom(spot: Spot, isCharge: boolean): Reference {
  const { clause, first, last, group } = spot;
  const named = personWithin(spot, isCharge) ?? personAround(clause, last + 1, last + 9) ?? personAround(clause, first - 12, first - 1) ?? possessiveAround(clause, first, last);
  return named ?? (group.passive && !isCharge ? subjectOf(clause.units, group.start) : NONE);
}

function personWithin({ clause, first, last }: Spot, isCharge: boolean): Reference | null {
  for (let at = last; at >= first; at -= 1) {
    const isNamed = kindAt(clause.units, at) === 'person' && (!isCharge || at === last || isChargedAt(clause, at));
    if (isNamed) return { kind: 'persons', units: listFrom(clause.units, at) };
  }
  return null;
}

/** `X's charges`, `charges against X`. */
function isChargedAt({ units, norm, starts }: Clause, at: number): boolean {
  return wordAt(units, at + 1) === "'s" || AGAINST.test(norm.slice(Math.max(0, (starts[at] ?? 0) - 90), starts[at]));
}

/** Whose case it is, where the sentence says so after the step: `withdrew its appeal in the case against X`. */
export function caseAfter({ clause, last }: Spot): Reference | null {
  const found = personAround(clause, last + 1, last + CASE_WITHIN);
  return found?.kind === 'persons' && found.units.some(({ persons }) => persons.length > 0) ? found : null;
}

function personAround({ units, norm, starts }: Clause, from: number, to: number): Reference | null {
  for (let at = Math.max(0, from); at <= Math.min(to, units.length - 1); at += 1) {
    if (kindAt(units, at) === 'person' && AGAINST.test(norm.slice(Math.max(0, (starts[at] ?? 0) - 90), starts[at]))) return { kind: 'persons', units: listFrom(units, at) };
    if (/^[.;]$/.test(wordAt(units, at))) return null;
  }
  return null;
}

function possessiveAround({ units }: Clause, first: number, last: number): Reference | null {
  for (let at = last; at >= Math.max(0, first - 4); at -= 1) {
    const unit = units[at] as Unit;
    if (unit.lower === 'whose') return nearestOf(units, at);
    if (/^(?:his|her|their)$/.test(unit.lower)) return { kind: 'persons', units: [unit] };
    if (unit.kind === 'person' && wordAt(units, at + 1) === "'s") return { kind: 'persons', units: [unit] };
  }
  return null;
}
