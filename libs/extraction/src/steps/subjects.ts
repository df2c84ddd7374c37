import { referentOf } from '../people/references.js';
import type { Context } from '../people/references.js';
import type { Cast } from '../people/cast.js';
import type { Person } from '../people/people.js';
import { AUTHORITIES, COUNSEL, THINGS } from '../lexicon/people.js';
import type { Reference } from '../clause/reference.js';
import type { Unit } from '../clause/units.js';
import type { Finding } from './finding.js';
import { caseAfter } from './whom.js';

/** Whom a step is asserted of, within one article. */
export type Subject = Readonly<{ key: string; name: string; aliases: readonly string[]; named: boolean; person: Person | null }>;

/** What the whole article tells, for words that do not name anybody. */
export type Source = Readonly<{ text: string; cast: Cast; everyone: readonly Person[] }>;

/** An appeal by either side is an appeal in the accused's case. */
const BY_OTHERS = /^appeal_/;
/** Only persons are arrested and plead; papers are filed and released too. */
const OF_PERSONS = /^(?:arrested|charged|indicted|arraigned|plea_entered|convicted|acquitted|sentenced|extradited|pardoned|committed|not_responsible)$/;
const ABSTRACT = /(?:tion|ment|ness|ity|ing|ism|ence|ance)s?$/;

/** The persons that a finding speaks of; `group` is whom the step before spoke of, where they were several. */
export function subjectsOf(finding: Finding, source: Source, group: readonly Person[]): Subject[] {
  const { rule, clause } = finding;
  const sentence = clause.sentence.index;
  const isOthers = isUnsaid(finding, source.cast);
  const reference = isOthers ? caseAfter(finding) : finding.reference;
  if (!reference) return unsaid(source, sentence).map(namedSubject);
  const context: Context = { ...source, sentence, group };
  const found = unitsOf(reference, rule.event).map((unit) => referentOf(unit, context));
  const persons = new Set(found.flatMap((referent) => referent.persons));
  const described = found.flatMap(({ description }) => (description && finding.scope.kind === 'occurred' ? [unnamed(source.text, description)] : []));
  return [...[...persons].map(namedSubject), ...described];
}

/** The words name nobody: "charges were dropped", "prosecutors appealed". */
function isUnsaid({ reference, rule }: Finding, cast: Cast): boolean {
  if (reference.kind === 'none') return rule.who === 'charge' || rule.who === 'trial';
  return BY_OTHERS.test(rule.event) && isOtherSide(reference, cast);
}

function isCounsel({ description, persons }: Unit, { accused }: Cast): boolean {
  if (!persons.length) return description !== null && COUNSEL.has(description.head);
  return persons.every((person) => (person.parts.has('prosecutor') || person.parts.has('counsel')) && !accused.has(person));
}

function isOtherSide(reference: Reference, cast: Cast): boolean {
  if (reference.kind === 'thing') return AUTHORITIES.has(reference.word) || COUNSEL.has(reference.word);
  return reference.kind === 'persons' && reference.units.every((unit) => isCounsel(unit, cast));
}

function unitsOf(reference: Reference, event: string): readonly Unit[] {
  if (reference.kind === 'persons') return reference.units;
  if (reference.kind === 'none' || !reference.unit || !OF_PERSONS.test(event)) return [];
  return THINGS.has(reference.word) || ABSTRACT.test(reference.word) ? [] : [reference.unit];
}

/** Of the one accused whom this sentence or the one before names, or of the only one; where several are, nobody knows of whom. */
function unsaid({ cast }: Source, sentence: number): Person[] {
  const all = [...cast.accused.keys()];
  const near = all.filter(({ mentions }) => mentions.some((mention) => mention.sentence === sentence || mention.sentence === sentence - 1));
  if (near.length === 1) return near;
  return all.length === 1 ? all : [];
}

function unnamed(text: string, unit: Unit): Subject {
  const name = text.slice(unit.start, unit.end).replace(/\s+/g, ' ').replace(/^(?:the|an?|this|that) /i, '');
  return { key: `unnamed:${name.toLowerCase()}`, name, aliases: [], named: false, person: null };
}

function namedSubject(person: Person): Subject {
  return { key: `p${person.id}`, name: person.name, aliases: [...person.aliases].filter((alias) => alias !== person.name), named: true, person };
}
