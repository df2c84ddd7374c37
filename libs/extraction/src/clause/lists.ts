import type { Unit } from './units.js';
import { choose, isVerbAt, kindAt, shapeOf, wordAt } from './units.js';
import type { Reference } from './reference.js';
import { openerBefore } from './insertion.js';

/** No story lists more defendants in one breath. */
const LONGEST_LIST = 20;
const LONGEST_COMPLEMENT = 10;

/** What may stand between two members of a list, with its length. */
const LINKS: readonly (readonly [RegExp, number])[] = [
  [/^, (?:alongside|and|,) /, 2],
  [/^, (?:along|together) with /, 3],
  [/^(?:along|together) with /, 2],
  [/^[;:] (?:and|,) /, 2],
  [/^(?:[,;:]|named|called|alongside|and|&) /, 1],
];

/** What stands between a description and the names that explain it. */
const EXPLAINS = /^(?:named|called|identified|known|as|one|only|by|police|[,;:(–—-])$/;

/** The list of persons that begins here; a description that names explain gives way to the names. */
export function listFrom(units: readonly Unit[], at: number): readonly Unit[] {
  const out: Unit[] = [units[at] as Unit];
  let isClosed = false;
  let last = afterAge(units, at);
  for (let steps = 0; steps < LONGEST_LIST; steps += 1) {
    const gap = choose(`${shapeOf(units, last + 1, last + 4)} `, LINKS) ?? 0;
    const link = wordAt(units, last + gap);
    const next = units[last + gap + 1];
    if (!gap || !continues(next, link)) break;
    out.push(next);
    isClosed ||= /^(?:and|&|alongside|with)$/.test(link);
    last = afterAge(units, last + gap + 1);
  }
  const members = withoutExplained(out, units, at);
  return isClosed ? members : members.slice(0, 1);
}

function continues(next: Unit | undefined, link: string): next is Unit {
  if (next?.kind !== 'person') return false;
  return link === 'and' || (next.persons.length > 0 && !next.description?.definite);
}

function withoutExplained(members: readonly Unit[], units: readonly Unit[], at: number): readonly Unit[] {
  const [head, ...rest] = members;
  const names = rest.filter((unit) => unit.persons.length);
  const isExplained = /^(?:[,;:]|named|called|identified)$/.test(wordAt(units, at + 1));
  return head?.description && !head.persons.length && names.length && isExplained ? names : members;
}

/** What a list tells of a member before it goes on: an age, a home. */
const DETAILS: readonly (readonly [RegExp, number])[] = [
  [/^\( \S+ \) /, 3],
  [/^, \d{1,3} , (?:of|from) \S+ , (?!and)\S+ (?:,|;|and) /, 7],
  [/^, \d{1,3} , (?:of|from) \S+ /, 5],
  [/^, \d{1,3} /, 2],
  [/^, (?:of|from) \S+ (?:,|;|and) /, 3],
];

/** `X, 33, of Dunmore,` or `X, a nurse,`: the list goes on after that. */
function afterAge(units: readonly Unit[], at: number): number {
  const end = at + (choose(`${shapeOf(units, at + 1, at + 10)} `, DETAILS) ?? 0);
  const isDescribed = wordAt(units, end + 1) === ',' && isBareDescription(units[end + 2]) && wordAt(units, end + 3) === ',';
  return isDescribed ? end + 2 : end;
}

const isBareDescription = (unit: Unit | undefined): boolean => unit?.description?.count === 1 && unit.persons.length === 0;

/** How far back from here a person ends: at an apostrophe, an age, a home. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [/@$/, 0],
  [/@ 's?$/, 1],
  [/@ , \d{1,3}$/, 2],
  [/@ , \d{1,3} ,$/, 3],
  [/@ , \d{1,3} , (?:of|from) \S+$/, 5],
  [/@ , \d{1,3} , (?:of|from) \S+ ,$/, 6],
  [/@ , \d{1,3} , (?:of|from) \S+ , \S+$/, 7],
  [/@ , (?:of|from) \S+$/, 3],
];

/** `X, Y and Z` ends at `at`: where does it begin? */
export function startOfList(units: readonly Unit[], at: number): number {
  let first = at;
  let sawAnd = false;
  for (let steps = 0; steps < LONGEST_LIST; steps += 1) {
    const gap = choose(shapeOf(units, first - 2, first), [[/, (?:and|&)$/, 2], [/(?:^| )(?:and|&)$/, 1], [/,$/, sawAnd ? 1 : 0]] as const) ?? 0;
    const previous = gap ? personBefore(units, first - gap - 1) : -1;
    if (previous < 0) break;
    sawAnd = true;
    first = previous;
  }
  return first;
}

function personBefore(units: readonly Unit[], at: number): number {
  const end = wordAt(units, at) === ')' ? openerBefore(units, at, '(') - 1 : at;
  const back = choose(shapeOf(units, end - 7, end + 1), ENDS);
  return back === null ? -1 : end - back;
}

/** The persons from `first` to `last`, with what stands in apposition to them and who is named along with them. */
export function personsOf(units: readonly Unit[], first: number, last: number): Reference {
  const all = units.slice(first, last + 1);
  const members = all.filter((unit, index) => unit.kind === 'person' && !isApposition(all, index));
  return { kind: 'persons', units: [...withApposition(units, lastNamed(units, members, last), [first, last]), ...companions(units, last)] };
}

/** `X and its director, Y Z, were`: the last is named after what they are. */
function lastNamed(units: readonly Unit[], members: readonly Unit[], last: number): readonly Unit[] {
  const isDescribed = members.length > 1 && members.at(-1) === units[last] && isBareDescription(units[last]);
  const named = isDescribed && wordAt(units, last + 1) === ',' && wordAt(units, last + 3) === ',' ? units[last + 2] : undefined;
  return named?.persons.length ? [...members.slice(0, -1), named] : members;
}

/** `X, a nurse, and Y`: the nurse is X. */
function isApposition(units: readonly Unit[], at: number): boolean {
  return isBareDescription(units[at]) && wordAt(units, at - 1) === ',' && (units[at - 2]?.persons.length ?? 0) > 0;
}

/** `X, along with Y and Z, was arrested`. */
function companions(units: readonly Unit[], last: number): readonly Unit[] {
  const skip = choose(shapeOf(units, last + 1, last + 6), [
    [/^(?:, \d{1,3} )?, (?:along|together) with/, 3],
    [/^(?:along|together) with/, 2],
    [/^(?:, \d{1,3} )?, alongside/, 2],
    [/^alongside/, 1],
  ] as const);
  if (skip === null) return [];
  const from = last + 1 + skip + (/^, \d/.test(shapeOf(units, last + 1, last + 3)) ? 2 : 0);
  return kindAt(units, from) === 'person' ? listFrom(units, from) : [];
}

/** `a bartender, X Y,` names the bartender; `the activists; X, Y and Z,` names the activists. */
function withApposition(units: readonly Unit[], members: readonly Unit[], [first, last]: readonly [number, number]): readonly Unit[] {
  const [only] = members;
  if (members.length !== 1 || !only?.description || only.persons.length) return members;
  const named = namesAfter(units, last);
  return named.length ? named : nameBefore(units, first, only);
}

/** `X, 33, a bartender`. */
function nameBefore(units: readonly Unit[], first: number, described: Unit): readonly Unit[] {
  if (described.description?.count !== 1) return [described];
  const back = choose(shapeOf(units, first - 4, first), [[/@ , \d{1,3} ,$/, 4], [/@ [,(]$/, 2]] as const);
  const before = back === null ? undefined : units[first - back];
  return before?.persons.length ? [before] : [described];
}

/** `a former secretary to the council, X Y,`: over the complement, where a name follows that does not begin a clause. */
function afterComplement(units: readonly Unit[], last: number): number {
  if (!/^(?:of|to|for|at|in|with|from)$/.test(wordAt(units, last + 1))) return last;
  let end = last + 1;
  while (end < last + LONGEST_COMPLEMENT && kindAt(units, end + 1) !== 'mark' && !isVerbAt(units, end + 1)) end += 1;
  return isNamedAfter(units, end) ? end : last;
}

/** `, X Y,`, and not `, X Y said`. */
function isNamedAfter(units: readonly Unit[], at: number): boolean {
  const isName = wordAt(units, at + 1) === ',' && units[at + 2]?.persons.length !== 0 && kindAt(units, at + 2) === 'person';
  return isName && !isVerbAt(units, at + 3) && !isVerbAt(units, at + 4);
}

/** The names right after a description: after a comma, or `named`, or in brackets. */
function namesAfter(units: readonly Unit[], described: number): readonly Unit[] {
  const last = afterComplement(units, described);
  let at = last + 1;
  while (at < last + 6 && EXPLAINS.test(wordAt(units, at))) at += 1;
  return at === last + 1 || !units[at]?.persons.length ? [] : listFrom(units, at);
}
