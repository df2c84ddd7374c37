import { listFrom, personsOf } from '../clause/lists.js';
import { kindAt, shapeOf, wordAt } from '../clause/units.js';
import type { Clause, Unit } from '../clause/units.js';
import type { Person } from './people.js';

/** Several persons whom the story describes as a group and names: `three officers: X, Y and Z`, `they are X and Y`. */
export type NamedGroup = Readonly<{ sentence: number; persons: readonly Person[] }>;

const NAMES_FOLLOW = /^@ (?:are|were (?:identified|named) (?:by \S+ )?as|include|included) @/;
/** A story explains few groups; the bound keeps a list of lists short. */
const MOST_GROUPS = 12;

export function namedGroups(clauses: readonly Clause[]): NamedGroup[] {
  return clauses.flatMap(({ units, sentence }) => units.flatMap((unit, at) => {
    const persons = isGroup(unit) ? membersAt(units, at) : [];
    return persons.length > 1 && agrees(unit, persons) ? [{ sentence: sentence.index, persons }] : [];
  })).slice(0, MOST_GROUPS);
}

const isGroup = ({ description, persons, lower }: Unit): boolean => persons.length === 0 && (lower === 'they' || (description !== null && description.count !== 1));

const agrees = ({ description }: Unit, persons: readonly Person[]): boolean => !description || description.count === null || description.count === persons.length;

function membersAt(units: readonly Unit[], at: number): readonly Person[] {
  const members = namesAt(units, at);
  return members.every(({ persons }) => persons.length > 0) ? [...new Set(members.flatMap(({ persons }) => persons.slice(0, 1)))] : [];
}

function namesAt(units: readonly Unit[], at: number): readonly Unit[] {
  const shape = NAMES_FOLLOW.exec(shapeOf(units, at, at + 8))?.[0];
  if (shape) return listFrom(units, at + shape.split(' ').length - 1);
  const apposed = wordAt(units, at) === 'they' || kindAt(units, at) !== 'person' ? null : personsOf(units, at, at);
  return apposed?.kind === 'persons' ? apposed.units : [];
}
