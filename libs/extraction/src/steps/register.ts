import type { Assertion, Quote } from '@docketwire/case';
import { ALSO_CIVIL } from '../clause/scope.js';
import type { Unit } from '../clause/units.js';
import { AUTHORITIES, COUNSEL, THINGS } from '../lexicon/people.js';
import type { Defendant, Doubt } from '../extraction.js';
import type { Cast } from '../people/cast.js';
import { referentOf } from '../people/references.js';
import type { Context } from '../people/references.js';
import type { Person } from '../people/people.js';
import { chargesOf } from './charges-of.js';
import { dateOf } from './date-of.js';
import type { Finding } from './finding.js';
import { endedByOf, partOf, refileOf } from './refile.js';

type Subject = Readonly<{ key: string; name: string; aliases: readonly string[]; named: boolean }>;
type Source = Readonly<{ text: string; cast: Cast; everyone: readonly Person[] }>;

/** Rules are read from a table; the version says which table. */
const RULES_VERSION = 1;
/** Most steps of a story are told of one with a name; of one without, the words alone carry less. */
const USUAL_CONFIDENCE = 0.95;
const MOST_DOUBTS = 200;
/** An appeal by either side is an appeal in the accused's case. */
const BY_OTHERS = /^appeal_/;
/** Only persons are arrested and plead; papers are filed and released too. */
const OF_PERSONS = /^(?:arrested|charged|indicted|arraigned|plea_entered|convicted|acquitted|sentenced|extradited|pardoned|committed|not_responsible)$/;
const isParty = (word: string): boolean => AUTHORITIES.has(word) || COUNSEL.has(word);

/** Turns findings, in the order of the text, into assertions and doubts. */
export class Register {
  readonly assertions: Assertion[] = [];
  readonly doubts: Doubt[] = [];
  readonly #subjects = new Map<string, Subject>();
  #group: readonly Person[] = [];

  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  take(finding: Finding, all: readonly Finding[], next: string): void {
    const { scope } = finding;
    const subjects = this.#subjectsOf(finding);
    if (scope.kind === 'doubt') this.#doubt(finding, scope.reason);
    else if (!subjects.length) this.#doubt(finding, 'nobody');
    else for (const subject of subjects) this.#assert(subject, finding, { all, next });
  }

  defendantsOf(assertions: readonly Assertion[]): Defendant[] {
    return [...this.#subjects.values()].filter(({ key }) => assertions.some(({ defendant }) => defendant === key));
  }

  #doubt(finding: Finding, reason: string): void {
    if (this.doubts.length < MOST_DOUBTS) this.doubts.push({ reason, quote: this.#quoteOf(finding), rule: ruleOf(finding) });
  }

  #assert(subject: Subject, finding: Finding, { all, next }: Readonly<{ all: readonly Finding[]; next: string }>): void {
    const { rule, scope } = finding;
    if (scope.kind === 'doubt') return;
    this.#subjects.set(subject.key, subject);
    const { charges, counts } = chargesOf(this.source.text, finding, all);
    const shared = {
      defendant: subject.key, event: rule.event, value: rule.value ?? partOf(finding, toldBy(this.source.text, finding)), when: dateOf(finding, all), realis: scope.kind, party: scope.party,
      refile: refileOf(finding, next), endedBy: endedByOf(finding, this.source.text), mechanism: rule.mechanism ?? null, quote: this.#quoteOf(finding), rule: ruleOf(finding),
      confidence: rule.confidence ?? USUAL_CONFIDENCE,
    } as const;
    if (!charges.length) this.assertions.push({ ...shared, offence: null, counts });
    for (const charge of charges) this.assertions.push({ ...shared, offence: charge.code, counts: charge.counts });
  }

  #subjectsOf({ reference, rule, clause }: Finding): Subject[] {
    const context: Context = { ...this.source, sentence: clause.sentence.index, group: this.#group };
    if (reference.kind === 'thing' && BY_OTHERS.test(rule.event) && isParty(reference.word)) return this.#unsaid(rule.event, clause.sentence.index).map(namedSubject);
    if (reference.kind === 'persons' && BY_OTHERS.test(rule.event) && reference.units.every(({ description, persons }) => description && !persons.length && COUNSEL.has(description.head))) return this.#unsaid(rule.event, clause.sentence.index).map(namedSubject);
    const guessed = reference.kind === 'thing' && reference.unit && OF_PERSONS.test(rule.event) && !THINGS.has(reference.word) && !/(?:tion|ment|ness|ity|ing|ism|ence|ance)s?$/.test(reference.word) ? reference.unit : null;
    if ((reference.kind === 'thing' && !guessed) || (reference.kind === 'none' && !/^(?:charge|trial)$/.test(rule.who))) return [];
    const units: readonly Unit[] = guessed ? [guessed] : reference.kind === 'persons' ? reference.units : [];
    const found = reference.kind === 'none' ? this.#unsaid(rule.event, clause.sentence.index) : units.flatMap((unit) => this.#referents(unit, context));
    const persons = found.filter((each): each is Person => !('head' in each));
    if (persons.length > 1) this.#group = [...new Set(persons)];
    const descriptions = found.flatMap((each) => ('head' in each ? [each.unit] : []));
    return [...new Set(persons)].map(namedSubject).concat(descriptions.map((unit) => this.#unnamed(unit)));
  }

  #referents(unit: Unit, context: Context): (Person | { head: true; unit: Unit })[] {
    const { persons, description } = referentOf(unit, context);
    return [...persons, ...(description ? [{ head: true as const, unit: description }] : [])];
  }

  /** "Charges were dropped": of the one accused; where several are, nobody knows of whom. */
  #unsaid(event: string, sentence: number): Person[] {
    const all = [...this.source.cast.accused.keys()];
    const near = all.filter(({ mentions }) => mentions.some((mention) => mention.sentence === sentence || mention.sentence === sentence - 1));
    const accused = near.length === 1 ? near : all;
    return accused.length === 1 || (accused.length > 0 && !ALSO_CIVIL.has(event) && event !== 'charged') ? accused.slice(0, 1) : [];
  }

  #unnamed(unit: Unit): Subject {
    const name = this.source.text.slice(unit.start, unit.end).replace(/\s+/g, ' ').replace(/^(?:the|an?|this|that) /i, '');
    return { key: `unnamed:${name.toLowerCase()}`, name, aliases: [], named: false };
  }

  /** The words from the person to the end of the clause that tells the step. */
  #quoteOf({ clause: { units, sentence }, first, last, group }: Finding): Quote {
    const start = units[Math.min(first, group.start)]?.start ?? sentence.start;
    const end = units[last]?.end ?? sentence.end;
    return quoteIn(this.source.text, { start: sentence.start, end: sentence.end }, { start, end });
  }
}

type Span = Readonly<{ start: number; end: number }>;
/** A quote is the whole sentence unless that is longer than a reader wants to check. */
const LONGEST_QUOTE = 400;

function quoteIn(text: string, sentence: Span, words: Span): Quote {
  const isShort = sentence.end - sentence.start <= LONGEST_QUOTE;
  const start = isShort ? sentence.start : Math.max(sentence.start, words.start - 120);
  const end = isShort ? sentence.end : Math.min(sentence.end, words.end + 200);
  return { text: text.slice(start, end), start, end };
}

const toldBy = (text: string, { clause: { units }, first, last }: Finding): string => text.slice(units[first]?.start, units[last]?.end).toLowerCase();

const ruleOf = ({ rule }: Finding): string => `${rule.id}@${RULES_VERSION}`;

function namedSubject(person: Person): Subject {
  return { key: `p${person.id}`, name: person.name, aliases: [...person.aliases].filter((alias) => alias !== person.name), named: true };
}
