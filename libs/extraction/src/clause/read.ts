import type { FoundDate } from '../dates/find.js';
import { OBJECT_PRONOUNS, SUBJECT_PRONOUNS } from '../lexicon/words.js';
import type { Mention } from '../people/mentions.js';
import type { Person } from '../people/people.js';
import type { Sentence } from '../text/sentences.js';
import type { Token } from '../text/tokens.js';
import { withDescriptions } from './describe.js';
import { isNounLike, normOf } from './units.js';
import type { Clause, Unit, UnitKind } from './units.js';

export type Known = Readonly<{
  mentions: readonly Mention[];
  of: ReadonlyMap<Mention, readonly Person[]>;
  dates: readonly FoundDate[];
}>;

/** A sentence as units, and as one line in which a person is `@` and a date `#`, for the rules to match. */
export function clauseOf(sentence: Sentence, known: Known): Clause {
  const units = withDescriptions(namedUnits(sentence, known));
  const starts: number[] = [];
  const words: string[] = [];
  let at = 0;
  for (const unit of units) {
    const word = normOf(unit);
    starts.push(at);
    words.push(word);
    at += word.length + 1;
  }
  return { sentence, units, norm: words.join(' '), starts };
}

function namedUnits({ tokens }: Sentence, known: Known): Unit[] {
  const byFrom = new Map(known.mentions.filter((mention) => isName(mention, known)).map((mention) => [mention.from, mention]));
  const units: Unit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const date = dateOver(token, known.dates);
    const mention = byFrom.get(at);
    if (date) units.push(dateUnit(date, token));
    else units.push(mention ? nameUnit(mention, known.of.get(mention) ?? [], token) : plainUnit(token));
    at = date ? indexAfter(tokens, at, date.end) : (mention?.to ?? at + 1);
  }
  return units.map((unit, index) => pronounUnit(unit, units[index + 1]));
}

/** `Baker` is a name where somebody is called so, a baker elsewhere. */
const isName = (mention: Mention, { of }: Known): boolean => !mention.noun || (of.get(mention) ?? []).length > 0;

const dateOver = ({ start }: Token, dates: readonly FoundDate[]): FoundDate | undefined => dates.find((each) => each.start <= start && start < each.end);

function indexAfter(tokens: readonly Token[], at: number, end: number): number {
  let next = at + 1;
  while (next < tokens.length && (tokens[next]?.start ?? end) < end) next += 1;
  return next;
}

function dateUnit(date: FoundDate, token: Token): Unit {
  return { ...plainUnit(token), kind: 'date', start: Math.max(date.start, token.start), end: date.end, date };
}

function plainUnit(token: Token): Unit {
  const kind: UnitKind = token.kind === 'punct' ? 'mark' : token.kind;
  return { kind, lower: token.lower, start: token.start, end: token.end, quoted: token.quoted, persons: [], description: null, pronoun: false, date: null };
}

function nameUnit(mention: Mention, persons: readonly Person[], token: Token): Unit {
  const real = persons.filter((person) => person.evidence >= 0);
  return { ...plainUnit(token), kind: real.length ? 'person' : 'body', lower: mention.words.join(' ').toLowerCase(), start: mention.start, end: mention.end, persons: real };
}

function pronounUnit(unit: Unit, next: Unit | undefined): Unit {
  if (unit.kind !== 'word') return unit;
  const isObject = OBJECT_PRONOUNS.has(unit.lower) && (unit.lower !== 'her' || !next || !isNounLike(next));
  return SUBJECT_PRONOUNS.has(unit.lower) || isObject ? { ...unit, kind: 'person', pronoun: true } : unit;
}
