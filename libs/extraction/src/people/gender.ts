import { wordAt } from '../clause/units.js';
import type { Clause, Unit } from '../clause/units.js';
import type { Person } from './people.js';

/** One sign may be of somebody else; so many to one are not. */
const CLEAR_MAJORITY = 3;
const HE = /^(?:he|his|him|himself)$/;
const SHE = /^(?:she|her|hers|herself)$/;

type Votes = Map<Person, { m: number; f: number }>;

/** What the story itself tells of the gender of those whose given name does not: `actress X`, `X said he`, `X was freed. She`. */
export function learnGenders(clauses: readonly Clause[]): void {
  const votes: Votes = new Map();
  let before: Person | null = null;
  for (const { units } of clauses) {
    voteByDescription(units, votes);
    voteByPronoun(units, before, votes);
    before = onlyOne(units);
  }
  for (const [person, { m, f }] of votes) person.gender ??= m > f * CLEAR_MAJORITY ? 'm' : f > m * CLEAR_MAJORITY ? 'f' : null;
}

function voteByDescription(units: readonly Unit[], votes: Votes): void {
  for (const { persons, description } of units) {
    const [person] = persons;
    if (persons.length === 1 && person && description?.gender && description.count === 1) vote(votes, person, description.gender);
  }
}

/** The pronoun of a sentence that names one person only, or that opens the sentence after it. */
function voteByPronoun(units: readonly Unit[], before: Person | null, votes: Votes): void {
  const own = onlyOne(units);
  const person = own ?? (opensWithPronoun(units) ? before : null);
  if (!person) return;
  const from = units.findIndex(({ persons }) => persons.length > 0);
  const next = units.slice(from + 1).find(({ lower, quoted, description }) => !quoted && (isPronoun(lower) || description?.count === 1))?.lower ?? '';
  if (isPronoun(next)) vote(votes, person, HE.test(next) ? 'm' : 'f');
}

const opensWithPronoun = (units: readonly Unit[]): boolean => isPronoun(wordAt(units, 0)) && units.every(({ persons }) => !persons.length);

const isPronoun = (word: string): boolean => HE.test(word) || SHE.test(word);

/** The one person whom a sentence names; null where it names nobody or several, or speaks of somebody else before. */
function onlyOne(units: readonly Unit[]): Person | null {
  const named = units.filter(({ persons, description }) => persons.length > 0 || description !== null);
  const [person] = named[0]?.persons ?? [];
  const isAlone = person !== undefined && named.every(({ persons }) => persons.length === 0 || (persons.length === 1 && persons[0] === person));
  return isAlone && !person.company ? person : null;
}

function vote(votes: Votes, person: Person, gender: 'm' | 'f'): void {
  const known = votes.get(person) ?? { m: 0, f: 0 };
  known[gender] += 1;
  votes.set(person, known);
}
