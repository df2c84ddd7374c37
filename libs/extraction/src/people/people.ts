import { FEMALE, MALE, SUFFIXES } from '../lexicon/names.js';
import { TITLES } from '../lexicon/places.js';
import { lowerAt } from '../text/tokens.js';
import type { Sentence } from '../text/sentences.js';
import type { Mention } from './mentions.js';
import { otherNameBefore, withSharedSurname } from './same.js';
import { ageAfter, surroundings } from './surroundings.js';

export type Part = 'judge' | 'counsel' | 'prosecutor' | 'police' | 'politician' | 'victim' | 'relative' | 'speaker';
export type Gender = 'm' | 'f' | null;

/** Somebody whom the article names, with all that it says of their part in the case. */
export type Person = {
  readonly id: number;
  /** The fullest name printed. */
  name: string;
  /** Words of all full names, normalised. */
  readonly words: Set<string>;
  surname: string;
  readonly aliases: Set<string>;
  readonly company: boolean;
  readonly mentions: Mention[];
  readonly parts: Set<Part>;
  readonly ages: Set<number>;
  /** Nouns by which the text describes them: `actor`, `driver`. */
  readonly heads: Set<string>;
  gender: Gender;
  /** How much speaks for a person behind the name, rather than a place or a body. */
  evidence: number;
};

export type People = Readonly<{ persons: readonly Person[]; of: ReadonlyMap<Mention, readonly Person[]> }>;

/** Beyond this a text is a list of names, not a story. */
const MOST_PERSONS = 300;

export const plain = (word: string): string => (/^[a-zA-Z]+$/.test(word) ? word.toLowerCase() : plainOf(word));

const plainOf = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('‑', '-').replaceAll('.', '').toLowerCase();

export function peopleOf(sentences: readonly Sentence[], mentions: readonly Mention[]): People {
  const named = mentions.map((mention, index) => withSharedSurname(mention, mentions[index + 1], sentences));
  const full = named.filter(isFull);
  const known: Known = { persons: [], of: new Map(), sentences };
  linkFull(full, known);
  const byWord = indexByWord(known.persons);
  const ends = new Set(full.map((mention) => `${mention.sentence}:${mention.to}`));
  for (const mention of named.filter((each) => nameWords(each).length === 1)) {
    const found = linkSingle(byWord, mention);
    const linked = found.length ? found : lone(known.persons, byWord, { mention, sentences, ends });
    if (linked.length) known.of.set(mention, linked.map((person) => join(person, mention, sentences)));
  }
  for (const [index, mention] of mentions.entries()) carryOver(known.of, named[index] ?? mention, mention);
  return known;
}

type Known = Readonly<{ persons: Person[]; of: Map<Mention, Person[]>; sentences: readonly Sentence[] }>;

const isFull = (mention: Mention): boolean => mention.kind !== 'place' && mention.kind !== 'body' && nameWords(mention).length > 1;

function linkFull(full: readonly Mention[], { persons, of, sentences }: Known): void {
  const bySurname = new Map<string, Person[]>();
  for (const [index, mention] of full.entries()) {
    const other = otherNameBefore(mention, full[index - 1], sentences);
    const same = other ? of.get(other)?.[0] : findSame(bySurname, mention);
    const person = same ?? addPerson(persons, bySurname, mention);
    if (person) of.set(mention, [join(person, mention, sentences)]);
  }
}

/** Who is found for a name completed from its neighbour is whom the name itself means. */
function carryOver(of: Map<Mention, Person[]>, from: Mention, to: Mention): void {
  const persons = of.get(from);
  if (persons && from !== to) of.set(to, persons);
}

const nameWords = (mention: Mention): string[] => mention.words.map(plain).filter((word) => !SUFFIXES.has(word));

/** A company goes by its first word, a person by the last. */
function surnameOf(mention: Mention): string {
  return (mention.kind === 'company' ? nameWords(mention)[0] : nameWords(mention).at(-1)) ?? '';
}

/** Same surname, and given names of which one set holds the other, or that share an initial. */
function findSame(bySurname: ReadonlyMap<string, Person[]>, mention: Mention): Person | undefined {
  const words = nameWords(mention);
  const surname = surnameOf(mention);
  const isSame = (person: Person): boolean => person.company === (mention.kind === 'company') && givenNamesAgree(person, words);
  return bySurname.get(surname)?.find(isSame) ?? bySurname.get(surname.split('-')[0] ?? '')?.find(isSame);
}

function givenNamesAgree(person: Person, words: readonly string[]): boolean {
  const [given = ''] = words;
  if (person.words.has(given)) return true;
  return given.length === 1 && [...person.words].some((word) => word.startsWith(given));
}

function addPerson(persons: Person[], bySurname: Map<string, Person[]>, mention: Mention): Person | null {
  if (persons.length >= MOST_PERSONS) return null;
  const surname = surnameOf(mention);
  const person: Person = { id: persons.length, name: mention.words.join(' '), words: new Set(), surname, company: mention.kind === 'company', aliases: new Set(), mentions: [], parts: new Set(), ages: new Set(), heads: new Set(), gender: null, evidence: 0 };
  persons.push(person);
  for (const key of new Set([surname, ...surname.split('-')])) bySurname.set(key, [...(bySurname.get(key) ?? []), person]);
  return person;
}

function indexByWord(persons: readonly Person[]): Map<string, Person[]> {
  const index = new Map<string, Person[]>();
  for (const person of persons) {
    for (const word of new Set([...person.words].flatMap((each) => [each, ...each.split('-')]))) index.set(word, [...(index.get(word) ?? []), person]);
  }
  return index;
}

/** A surname before a given name, the person met last before others of that name. */
function linkSingle(byWord: ReadonlyMap<string, Person[]>, mention: Mention): readonly Person[] {
  const [word = ''] = nameWords(mention);
  const all = byWord.get(word) ?? [];
  const own = all.filter((person) => person.surname === word);
  const bearers = own.length ? own : all.filter((person) => person.surname.split('-').includes(word));
  const found = bearers.length ? bearers : all;
  const gender = genderOfTitles(mention.titles);
  const fitting = gender ? found.filter((person) => !person.gender || person.gender === gender) : found;
  const met = fitting.filter((person) => person.mentions.some((each) => each.start <= mention.start));
  return met.length ? met : fitting;
}

type Lone = Readonly<{ mention: Mention; sentences: readonly Sentence[]; ends: Set<string> }>;

/** A single name that belongs to nobody named in full: a person only where its surroundings say so. */
function lone(persons: Person[], byWord: Map<string, Person[]>, single: Lone): readonly Person[] {
  const { mention, sentences } = single;
  const person = mayStandAlone(mention) ? addPerson(persons, new Map(), mention) : null;
  if (!person) return [];
  byWord.set(person.surname, [person]);
  person.evidence = isListed(single) || surroundings(mention, sentences) > 1 ? 0 : -2;
  return [person];
}

function mayStandAlone(mention: Mention): boolean {
  return mention.kind !== 'place' && mention.kind !== 'body' && !mention.noun && nameWords(mention).join('').length > 2;
}

/** `X Y, Z and W`: among persons, a single name is one too. */
function isListed({ mention, sentences, ends }: Lone): boolean {
  const link = lowerAt(sentences[mention.sentence]?.tokens ?? [], mention.from - 1);
  const isIn = /^(?:,|and)$/.test(link) && ends.has(`${mention.sentence}:${mention.from - 1}`);
  if (isIn) ends.add(`${mention.sentence}:${mention.to}`);
  return isIn;
}

function join(person: Person, mention: Mention, sentences: readonly Sentence[]): Person {
  const tokens = sentences[mention.sentence]?.tokens ?? [];
  person.mentions.push(mention);
  addNames(person, mention);
  for (const title of mention.titles) addTitle(person, title);
  person.evidence += (mention.kind === 'person' || mention.kind === 'company' ? 2 : 0) + surroundings(mention, sentences);
  const age = ageAfter(tokens, mention.to);
  if (age !== null) person.ages.add(age);
  return person;
}

function addNames(person: Person, mention: Mention): void {
  const words = nameWords(mention);
  const name = mention.words.join(' ');
  for (const word of words) person.words.add(word);
  person.aliases.add(name);
  if (mention.nickname) person.aliases.add(mention.nickname);
  if (mention.words.length > person.name.split(' ').length) person.name = name;
  person.gender ??= genderOfTitles(mention.titles) ?? (words.length > 1 || person.words.size === 1 ? genderOfName(words) : null);
}

function addTitle(person: Person, title: string): void {
  const part = TITLES[title];
  if (part && part !== 'none') person.parts.add(part);
}

function genderOfTitles(titles: readonly string[]): Gender {
  if (titles.some((title) => /^(?:mr|sir|lord|king|prince|father|brother|fr|alhaji)$/.test(title))) return 'm';
  return titles.some((title) => /^(?:mrs|ms|miss|dame|lady|queen|princess|sister|alhaja|congresswoman|spokeswoman)$/.test(title)) ? 'f' : null;
}

/** `Kim Han-sol` has the surname first. */
const isSurnameFirst = (first: string, second: string, third: string | undefined): boolean => third === undefined && first.length < 5 && /^\w{2,5}-\w{2,6}$/.test(second);

function genderOfName([given = '', second = '', third]: readonly string[]): Gender {
  if (isSurnameFirst(given, second, third)) return null;
  if (MALE.has(given)) return FEMALE.has(given) ? null : 'm';
  return FEMALE.has(given) ? 'f' : null;
}
