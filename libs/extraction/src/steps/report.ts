import type { Assertion, Quote } from '@docketwire/case';
import type { Clause } from '../clause/units.js';
import type { Defendant, Doubt } from '../extraction.js';
import type { Person } from '../people/people.js';
import { chargesOf } from './charges-of.js';
import { consolidate } from './consolidate.js';
import { dateOf } from './date-of.js';
import type { Finding } from './finding.js';
import { endedByOf, partOf, refileOf } from './refile.js';
import { subjectsOf } from './subjects.js';
import type { Source, Subject } from './subjects.js';

export type Report = Readonly<{ defendants: readonly Defendant[]; assertions: readonly Assertion[]; doubts: readonly Doubt[] }>;

/** Rules are read from tables; the version says which tables. */
const RULES_VERSION = 1;
/** How often a rule without a figure of its own was right on the stories it was measured on. */
const USUAL_CONFIDENCE = 0.95;
/** A text with more is no story; the rest would only fill a page. */
const MOST_DOUBTS = 200;
/** A quote is the whole sentence unless that is longer than a reader wants to check. */
const LONGEST_QUOTE = 400;
const QUOTE_BEFORE = 120;
const QUOTE_AFTER = 200;

type Told = Readonly<{ subject: Subject; assertions: readonly Assertion[] }>;

/** Findings, in the order of the text, as assertions and doubts. */
export function reportOf(source: Source, clauses: readonly Clause[], findings: readonly (readonly Finding[])[]): Report {
  const told: Told[] = [];
  const doubts: Doubt[] = [];
  let group: readonly Person[] = [];
  const spots = findings.flatMap((all, index) => all.map((finding) => ({ finding, around: { source, all, next: clauses[index + 1]?.norm ?? '' } })));
  for (const { finding, around } of spots) {
    const subjects = subjectsOf(finding, source, group);
    const reason = reasonOf(finding, subjects);
    group = groupOf(subjects) ?? group;
    if (reason) doubts.push({ reason, quote: quoteOf(source.text, finding), rule: ruleOf(finding) });
    else told.push(...subjects.map((subject) => ({ subject, assertions: assertionsOf(subject, finding, around) })));
  }
  return { ...consolidated(told), doubts: doubts.slice(0, MOST_DOUBTS) };
}

/** Why words that look like a step assert none; null where they do. */
function reasonOf({ scope }: Finding, subjects: readonly Subject[]): string | null {
  if (scope.kind === 'doubt') return scope.reason;
  return subjects.length ? null : 'nobody';
}

/** Whom `they` means from here on. */
function groupOf(subjects: readonly Subject[]): readonly Person[] | null {
  const persons = subjects.flatMap(({ person }) => (person ? [person] : []));
  return persons.length > 1 ? persons : null;
}

function consolidated(told: readonly Told[]): Pick<Report, 'defendants' | 'assertions'> {
  const assertions = consolidate(told.flatMap((each) => each.assertions));
  const byKey = new Map(told.map(({ subject: { key, name, aliases, named } }) => [key, { key, name, aliases, named }]));
  const keys = new Set(assertions.map(({ defendant }) => defendant));
  return { assertions, defendants: [...byKey.values()].filter(({ key }) => keys.has(key)) };
}

type Around = Readonly<{ source: Source; all: readonly Finding[]; next: string }>;

function assertionsOf(subject: Subject, finding: Finding, { source: { text }, all, next }: Around): Assertion[] {
  const { rule, scope } = finding;
  if (scope.kind === 'doubt') return [];
  const { charges, counts } = chargesOf(text, finding, all);
  const shared = {
    defendant: subject.key, event: rule.event, value: rule.value ?? partOf(finding, wordsOf(text, finding)), when: dateOf(finding, all), realis: scope.kind, party: scope.party,
    refile: refileOf(finding, next), endedBy: endedByOf(finding, text), mechanism: rule.mechanism ?? null, quote: quoteOf(text, finding), rule: ruleOf(finding),
    confidence: rule.confidence ?? USUAL_CONFIDENCE,
  };
  if (!charges.length) return [{ ...shared, offence: null, counts }];
  return charges.map((charge) => ({ ...shared, offence: charge.code, counts: charge.counts }));
}

function quoteOf(text: string, finding: Finding): Quote {
  const quote = ownQuote(text, finding);
  const end = finding.echo?.sentence.end ?? quote.end;
  return { text: text.slice(quote.start, end), start: quote.start, end };
}

function ownQuote(text: string, { clause: { units, sentence }, first, last, group }: Finding): Quote {
  const isShort = sentence.end - sentence.start <= LONGEST_QUOTE;
  const from = units[Math.min(first, group.start)]?.start ?? sentence.start;
  const to = units[last]?.end ?? sentence.end;
  const start = isShort ? sentence.start : Math.max(sentence.start, from - QUOTE_BEFORE);
  const end = isShort ? sentence.end : Math.min(sentence.end, to + QUOTE_AFTER);
  return { text: text.slice(start, end), start, end };
}

const wordsOf = (text: string, { clause: { units }, first, last }: Finding): string => text.slice(units[first]?.start, units[last]?.end).toLowerCase();

const ruleOf = ({ rule }: Finding): string => `${rule.id}@${RULES_VERSION}`;
