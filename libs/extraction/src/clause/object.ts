import { ADVERBS } from '../lexicon/words.js';
import type { Reference } from './subject.js';
import { isVerb, kindAt, wordAt } from './units.js';
import type { Unit } from './units.js';

/** The persons right after a verb, as a list: `him, A B and C D`; nobody where another word follows. */
export function objectOf(units: readonly Unit[], verb: number): Reference {
  let at = verb + 1;
  while (units[at] && (kindAt(units, at) === 'date' || ADVERBS.has(wordAt(units, at)) || (wordAt(units, at) === 'one' && units[at + 1]?.persons.length))) at += 1;
  if (/^(?:and|&|or)$/.test(wordAt(units, at)) && kindAt(units, at + 1) === 'word' && isVerb(wordAt(units, at + 1))) return objectOf(units, at + 1);
  const first = units[at];
  if (first?.kind !== 'person') return { kind: 'none' };
  return { kind: 'persons', units: listFrom(units, at) };
}

/** The list of persons that begins here; a description that a name explains gives way to the name. */
export function listFrom(units: readonly Unit[], at: number): readonly Unit[] {
  const out: Unit[] = [units[at] as Unit];
  let isClosed = false;
  let last = afterAge(units, at);
  for (let steps = 0; steps < 20; steps += 1) {
    const gap = gapAfter(units, last);
    const next = units[last + gap + 1];
    if (!gap || !continues(next, wordAt(units, last + gap))) break;
    out.push(next);
    isClosed ||= /^(?:and|&|alongside|with)$/.test(wordAt(units, last + gap));
    last = afterAge(units, last + gap + 1);
  }
  const [head, ...rest] = out;
  const names = rest.filter((unit) => unit.persons.length);
  if (head?.description && !head.persons.length && names.length && isExplained(units, at)) return isClosed ? names : names.slice(0, 1);
  return isClosed ? out : out.slice(0, 1);
}

function continues(next: Unit | undefined, link: string): next is Unit {
  return next?.kind === 'person' && (link === 'and' || (next.persons.length > 0 && !next.description?.definite));
}

function isExplained(units: readonly Unit[], at: number): boolean {
  return /^[,;:]$/.test(wordAt(units, at + 1)) || /^(?:named|called|identified)$/.test(wordAt(units, at + 1));
}

function gapAfter(units: readonly Unit[], at: number): number {
  const first = wordAt(units, at + 1);
  if (first === ',' && wordAt(units, at + 2) === 'alongside') return 2;
  if (first === ',' && /^(?:along|together)$/.test(wordAt(units, at + 2)) && wordAt(units, at + 3) === 'with') return 3;
  if (/^[,;:]$/.test(first)) return /^(?:and|,)$/.test(wordAt(units, at + 2)) ? 2 : 1;
  if (/^(?:named|called)$/.test(first)) return 1;
  if (first === 'alongside') return 1;
  if (/^(?:along|together)$/.test(first) && wordAt(units, at + 2) === 'with') return 2;
  return first === 'and' || first === '&' ? 1 : 0;
}

/** `X, 33,` or `X (33)`: the list goes on after the age. */
function afterAge(units: readonly Unit[], at: number): number {
  const [mark, number, close] = [wordAt(units, at + 1), units[at + 2], wordAt(units, at + 3)];
  if (mark === '(' && close === ')') return at + 3;
  if (number?.kind !== 'number' || !/^\d{1,3}$/.test(number.lower)) return at;
  return mark === ',' ? at + 2 : at;
}
