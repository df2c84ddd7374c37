import { listFrom, startOfList } from '../clause/lists.js';
import { objectOf } from '../clause/object.js';
import { scopeOf } from '../clause/scope.js';
import type { Scope } from '../clause/scope.js';
import { nearestOf, subjectOf } from '../clause/subject.js';
import type { Reference } from '../clause/reference.js';
import { kindAt, unitAt, wordAt } from '../clause/units.js';
import type { Clause, Unit } from '../clause/units.js';
import { verbGroupAt } from '../clause/verb-group.js';
import type { VerbGroup } from '../clause/verb-group.js';
import { offencesIn } from '../offences/lexicon.js';
import { rankOf, rulesFor } from '../rules/index.js';
import type { Rule } from '../rules/index.js';

/** Words that report a step, of whom, and whether they assert it. */
export type Finding = Readonly<{
  rule: Rule;
  clause: Clause;
  /** Units of the words that matched; `last` belongs to them. */
  first: number;
  last: number;
  group: VerbGroup;
  reference: Reference;
  scope: Scope;
}>;

/** No sentence reports more; beyond this it is a trap. */
const MOST_FINDINGS = 24;

export function findingsIn(clause: Clause): Finding[] {
  const found = rulesFor(clause.norm).flatMap((rule) => [...clause.norm.matchAll(rule.pattern)].map((match) => findingOf(clause, rule, match))).filter(hasWhatItNeeds);
  return withoutOverlaps(found).slice(0, MOST_FINDINGS);
}

/** `denies murder`, `admitted two counts of theft`, and not `admitted to police that`. */
function hasWhatItNeeds({ rule, clause, last }: Finding): boolean {
  if (!rule.needs) return true;
  const after = clause.norm.slice((clause.starts[last] ?? 0)).replace(/^\S+ (?:(?:the|all|both|a|an|any|one|two|three|four|five|six|seven|eight|nine|ten|\d+|single|further|other|of|to|having|committing|being involved in|his part in) ){0,4}/, '');
  if (/\b(?:police|officers|detectives|investigators|interview)\b/.test(clause.norm)) return false;
  return /^(?:\S+ )?(?:charges?|counts?|offences?)\b/.test(after) || offencesIn(after).some(({ start }) => start === 0);
}

function findingOf(clause: Clause, rule: Rule, match: RegExpExecArray): Finding {
  const first = unitAt(clause, match.index);
  const last = unitAt(clause, match.index + match[0].length - 1);
  const group = verbGroupAt(clause.units, verbIn(clause, first, last));
  const spot = { clause, first, last, group };
  return { rule, ...spot, reference: completed(referenceOf(rule, spot), spot, rule), scope: scopeOf(spot, rule.event) };
}

/** What the rest of the sentence adds to whom a step is said of: a subject after the participle, a list after a colon, `as did X`. */
function completed(reference: Reference, { clause: { units }, first, last, group }: Spot, { who }: Rule): Reference {
  const opens = (who === 'patient' || who === 'subject') && !group.passive && Math.min(first, group.start) < 3;
  if (reference.kind === 'none' && opens) return afterComma(units, last);
  if (reference.kind !== 'persons') return reference;
  const [only] = reference.units;
  const named = reference.units.length === 1 && only?.description?.other ? afterIncluding(units, last) : [];
  if (named.length) return { kind: 'persons', units: named };
  const listed = reference.units.length === 1 && only?.description && only.description.count !== 1 && !only.persons.length ? afterColon(units, last) : [];
  if (listed.length > 1) return { kind: 'persons', units: listed };
  const did = units.findIndex((unit, index) => index > last && unit.lower === 'did' && /^(?:as|so)$/.test(wordAt(units, index - 1)));
  return did > 0 && kindAt(units, did + 1) === 'person' ? { kind: 'persons', units: [...reference.units, ...listFrom(units, did + 1)] } : reference;
}

function afterComma(units: readonly Unit[], last: number): Reference {
  const comma = units.findIndex((unit, index) => index > last && unit.lower === ',');
  const at = comma < 0 ? -1 : [comma + 1, comma + 2].find((index) => kindAt(units, index) === 'person') ?? -1;
  return at < 0 ? { kind: 'none' } : { kind: 'persons', units: listFrom(units, at) };
}

function afterIncluding(units: readonly Unit[], last: number): readonly Unit[] {
  const at = units.findIndex((unit, index) => index > last && unit.lower === 'including');
  const first = at < 0 ? -1 : units.findIndex((unit, index) => index > at && index < at + 8 && unit.persons.length > 0);
  return first < 0 ? [] : listFrom(units, first);
}

function afterColon(units: readonly Unit[], last: number): readonly Unit[] {
  const colon = units.findIndex((unit, index) => index > last && unit.lower === ':');
  return colon < 0 ? [] : units.slice(colon + 1).filter((unit) => unit.persons.length > 0);
}

/** The verb of a nominal pattern (`charges ... were dropped`) is its last word; else its first. */
function verbIn({ units }: Clause, first: number, last: number): number {
  const isPassive = units.slice(first + 1, last + 1).some((unit) => /^(?:was|were|been|is|are|being|be)$/.test(unit.lower));
  return isPassive && !/^(?:found|finds|ruled|declared|had|has|have)$/.test(wordAt(units, first)) ? last : first;
}

/** Of two rules that read the same word for the same event, the one that reads more. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => !findings.some((other) => other !== one && covers(other, one)));
}

function covers(other: Finding, one: Finding): boolean {
  const overlaps = other.first <= one.last && one.first <= other.last;
  if (!overlaps || (other.rule.event !== one.rule.event && !excludes(other.rule, one.rule))) return false;
  const [first, second] = [STRONGER.has(other.rule.event), STRONGER.has(one.rule.event)];
  if (first !== second) return first;
  const [wide, narrow] = [other.last - other.first, one.last - one.first];
  return wide > narrow || (wide === narrow && rankOf(other.rule) < rankOf(one.rule));
}

/** Words that hold another step's words inside: `denied a motion to dismiss the charges`. */
const STRONGER: ReadonlySet<string> = new Set(['motion_denied', 'not_responsible', 'plea_withdrawn', 'charge_amended', 'dismissal_reversed']);

/** Some words look like two steps and are one. */
const ONE_OF: readonly ReadonlySet<string>[] = [
  new Set(['dismissed', 'charge_amended', 'motion_denied', 'appeal_dismissed', 'dismissal_reversed', 'refiled', 'declined', 'plea_withdrawn', 'appeal_withdrawn', 'superseded']),
  new Set(['acquitted', 'convicted', 'not_responsible', 'vacated', 'conviction_reinstated']),
  new Set(['charged', 'indicted', 'declined', 'charge_amended', 'refiled']),
  new Set(['plea_withdrawn', 'plea_entered']),
  new Set(['sentenced', 'vacated', 'appeal_dismissed', 'custody_changed', 'pardoned']),
];

function excludes(a: Rule, b: Rule): boolean {
  return ONE_OF.some((events) => events.has(a.event) && events.has(b.event));
}

type Spot = Readonly<{ clause: Clause; first: number; last: number; group: VerbGroup }>;

function referenceOf({ who }: Rule, spot: Spot): Reference {
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
  const object: Reference = group.passive ? { kind: 'none' } : objectOf(units, first);
  if (object.kind === 'persons') return object;
  const inverted = invertedSubject(units, first) ?? (GIVES.test(wordAt(units, first)) && !group.passive ? receiver(units, first) : null);
  if (inverted) return inverted;
  if (!group.passive && ONLY_PAST.has(wordAt(units, first))) return { kind: 'none' };
  return group.start === first && !group.passive ? nearestOf(units, first) : subjectOf(units, group.start);
}

function possessorAt(units: readonly Unit[], at: number): Reference {
  const unit = units[at] as Unit;
  if (unit.kind !== 'person') return { kind: 'persons', units: [unit] };
  return { kind: 'persons', units: units.slice(startOfList(units, at), at + 1).filter((each) => each.kind === 'person') };
}

function lastPerson(units: readonly Unit[], first: number, last: number): Reference {
  for (let at = last; at >= first; at -= 1) if (kindAt(units, at) === 'person') return { kind: 'persons', units: listFrom(units, at) };
  return { kind: 'none' };
}

const AGAINST = /(?:against|facing|in the (?:case|trial) of|trial of|case of|convictions? of|sentences? of|appeals? (?:by|of|from)) (?:(?!(?:and|who|that|which|was|were|in|on|by|of|for|to|have|has|had) )[\w'’.-]+ ){0,4}$/;

/** Charges, verdicts and trials: the person named with them, inside the words, after, before, or by a possessive. */
function aboutWhom(spot: Spot, isCharge: boolean): Reference {
  const { clause, first, last } = spot;
  return personWithin(spot, isCharge) ?? personAround(clause, last + 1, last + 9) ?? personAround(clause, first - 12, first - 1) ?? possessiveAround(clause, first, last) ?? (spot.group.passive && !isCharge ? subjectOf(clause.units, spot.group.start) : { kind: 'none' });
}

function personWithin({ clause: { units, norm, starts }, first, last }: Spot, isCharge: boolean): Reference | null {
  for (let at = last; at >= first; at -= 1) {
    if (kindAt(units, at) !== 'person') continue;
    if (!isCharge || at === last || wordAt(units, at + 1) === "'s" || AGAINST.test(norm.slice(0, starts[at]))) return { kind: 'persons', units: listFrom(units, at) };
  }
  return null;
}

function personAround({ units, norm, starts }: Clause, from: number, to: number): Reference | null {
  for (let at = Math.max(0, from); at <= Math.min(to, units.length - 1); at += 1) {
    if (kindAt(units, at) === 'person' && AGAINST.test(norm.slice(0, starts[at]))) return { kind: 'persons', units: listFrom(units, at) };
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
