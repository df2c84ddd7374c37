import type { Description, Unit } from '../clause/units.js';
import { OTHER_PARTS } from '../lexicon/people.js';
import type { Cast } from './cast.js';
import type { Gender, Person } from './people.js';

/** Whom words mean: persons with a name, or one that has only a description. */
export type Referent = Readonly<{ persons: readonly Person[]; description: Unit | null }>;

export type Context = Readonly<{
  cast: Cast;
  everyone: readonly Person[];
  sentence: number;
  /** Whom the step before spoke of, where they were several. */
  group: readonly Person[];
}>;

const NOBODY: Referent = { persons: [], description: null };
/** A description without a name is explained within so many sentences, or never. */
const EXPLAINED_WITHIN = 12;
const WEAK_SHARE = 4;
/** Who is told of without a name is named so soon, where the story gives them no other part. */
const SOON = 2;
/** Only the top of a story speaks of its accused as `a man`. */
const LEAD_SENTENCES = 6;

export function referentOf(unit: Unit, context: Context): Referent {
  if (unit.persons.length) return named(pickOf(unit.persons, unit, context));
  if (unit.description) return describedBy(unit, unit.description, context);
  return named(pronounFor(unit, context));
}

const named = (persons: readonly Person[]): Referent => ({ persons, description: null });

/** One name, several bearers: the accused one, else the one met last. */
function pickOf(persons: readonly Person[], unit: Unit, { cast }: Context): readonly Person[] {
  if (persons.length === 1) return persons;
  const accused = persons.filter((person) => cast.accused.has(person));
  return latest(accused.length ? accused : persons, unit.start).slice(0, 1);
}

function pronounFor(unit: Unit, context: Context): readonly Person[] {
  if (/^(?:they|them|their|themselves)$/.test(unit.lower)) return groupOf(null, unit, context);
  const gender = /^(?:he|him|his|himself)$/.test(unit.lower) ? 'm' : 'f';
  return mostLikely(gender, unit, context);
}

/** The accused who was named last before, of that gender; where nobody is accused, anybody without another part. */
function mostLikely(gender: Gender, unit: Unit, { cast, everyone, sentence }: Context): readonly Person[] {
  const fits = (person: Person): boolean => !person.company && (!gender || !person.gender || person.gender === gender);
  const certain = (person: Person): boolean => gender !== null && person.gender === gender;
  const accused = strongest([...cast.accused.keys()].filter(fits), cast);
  const others = everyone.filter((person) => certain(person) && person.parts.size === 0 && isNear(person, sentence));
  const opening = others.filter((person) => person.mentions.some((mention) => mention.sentence === sentence - 1 && mention.from === 0));
  const found = lastSubject([...accused.filter(certain), ...opening], unit, sentence) ?? lastSubject([...accused, ...others], unit, sentence) ?? latest(accused, unit.start)[0];
  if (found) return [found];
  const anybody = everyone.filter((person) => person.evidence >= 0 && person.parts.size === 0 && fits(person));
  return latest(anybody, unit.start).slice(0, 1);
}

/** One who is called accused once in passing does not stand beside one of whom every step is told. */
function strongest(persons: readonly Person[], { accused }: Cast): readonly Person[] {
  const weightOf = (person: Person): number => accused.get(person) ?? 0;
  const most = Math.max(0, ...persons.map(weightOf));
  return persons.filter((person) => weightOf(person) * WEAK_SHARE >= most);
}

const isNear = (person: Person, sentence: number): boolean => person.evidence >= 0 && person.mentions.some((mention) => mention.sentence <= sentence && mention.sentence >= sentence - 1);

/** Of the nearest sentence that names one of them before, the one named first: its subject, more often than not. */
function lastSubject(persons: readonly Person[], unit: Unit, sentence: number): Person | undefined {
  const named = persons.flatMap((person) => person.mentions.filter((mention) => mention.start < unit.start && mention.sentence <= sentence).map((mention) => ({ person, mention })));
  const nearest = named.reduce((latestYet, { mention }) => Math.max(latestYet, mention.sentence), -1);
  return named.filter(({ mention }) => mention.sentence === nearest).toSorted((a, b) => a.mention.start - b.mention.start)[0]?.person;
}

/** By how near before `at` they were last named; one who is named only later comes last. */
function latest(persons: readonly Person[], at: number): Person[] {
  const distance = (person: Person): number => {
    let best = Number.POSITIVE_INFINITY;
    for (const { start } of person.mentions) if (start < at) best = at - start;
    return best;
  };
  return persons.map((person) => ({ person, far: distance(person) })).toSorted((a, b) => a.far - b.far || a.person.id - b.person.id).map(({ person }) => person);
}

/** `the brothers` are of one name; other groups are those spoken of before. */
function severalPersons(unit: Unit, { head, count }: Description, context: Context): readonly Person[] {
  if (!SIBLINGS.test(head)) return groupOf(count, unit, context);
  const bySurname = [...Map.groupBy(context.cast.accused.keys(), ({ surname }) => surname).values()].filter((persons) => persons.length > 1);
  const [only, second] = bySurname;
  return only && !second ? only : [];
}

function groupOf(count: number | null, unit: Unit, context: Context): readonly Person[] {
  const fits = (persons: readonly Person[]): boolean => persons.length > 1 && (count === null || persons.length === count);
  const all = [...context.cast.accused.keys()];
  const isNew = unit.description !== null && !unit.description.definite;
  const told = fits(context.group) ? context.group : [];
  const explained = explainedGroup(fits, isNew, context);
  const [first, second] = isNew ? [explained, told] : [told, explained];
  if (first.length || second.length) return first.length ? first : second;
  return fits(all) ? latest(all, unit.start) : [];
}

/** The group that the story names soon after; one that is spoken of as known may be named before, where there is no other. */
function explainedGroup(fits: (persons: readonly Person[]) => boolean, isNew: boolean, { cast, sentence }: Context): readonly Person[] {
  const explained = cast.groups.filter(({ persons }) => fits(persons));
  const later = explained.find((each) => each.sentence >= sentence && each.sentence <= sentence + EXPLAINED_WITHIN);
  const found = isNew ? later : explained[0];
  return found && (isNew || explained.length === 1) ? found.persons : [];
}

function describedBy(unit: Unit, description: Description, context: Context): Referent {
  if (OTHER_PARTS.has(description.head) || isGeneric(description)) return NOBODY;
  if (description.other) return { persons: [], description: unit };
  const persons = description.count === 1 ? onePerson(unit, description, context) : severalPersons(unit, description, context);
  return persons.length ? named(persons) : { persons: [], description: unit };
}

/** `people charged with`, `a person convicted of`: the law or a statistic, nobody in particular. */
function isGeneric({ definite, count, head, age }: Description): boolean {
  if (definite || age !== null) return false;
  return count === null || /^(?:person|individual|adult|citizen|offender|child|minor|juvenile)$/.test(head);
}

function onePerson(unit: Unit, description: Description, context: Context): readonly Person[] {
  const { cast } = context;
  if (description.age !== null) {
    const aged = [...cast.accused.keys()].filter((person) => person.ages.has(description.age ?? 0));
    if (aged.length) return aged.slice(0, 1);
  }
  return description.definite ? theOne(description, unit, context) : introduced(unit, description, context);
}

const SIBLINGS = /^(?:brothers|sisters|siblings|twins)$/;
const COMPANIES = /^(?:company|firm|corporation|business|manufacturer|bank)$/;

function lastOf(persons: readonly Person[], unit: Unit, sentence: number): readonly Person[] {
  const last = lastSubject(persons, unit, sentence);
  return last ? [last] : [];
}

/** `the actor`: the accused one; where nobody is accused, nobody. */
function theOne({ gender, head, complement }: Description, unit: Unit, context: Context): readonly Person[] {
  const { cast } = context;
  if (COMPANIES.test(head)) return lastOf([...cast.accused.keys()].filter((person) => person.company), unit, context.sentence);
  const called = [...cast.accused.keys()].filter((person) => person.heads.has(head));
  if (called.length === 1 || (complement && !called.length)) return called;
  return cast.accused.size ? mostLikely(gender, unit, context).filter((person) => cast.accused.has(person)) : [];
}

/** `A Brookfield man was charged`: the accused whom the next sentences name, unless the story has named them before. */
function introduced(unit: Unit, description: Description, { cast, everyone, sentence }: Context): readonly Person[] {
  if (sentence >= LEAD_SENTENCES) return [];
  const fits = (person: Person): boolean => agrees(person, description) && (cast.accused.has(person) ? isNamedWithin(person, unit, sentence + EXPLAINED_WITHIN) : isSubjectSoon(person, unit, sentence));
  return everyone.filter(fits).toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0)).slice(0, 1);
}

/** One of no other part, with whom one of the next sentences begins. */
function isSubjectSoon(person: Person, unit: Unit, sentence: number): boolean {
  const [first] = person.mentions;
  return first !== undefined && first.from <= 1 && person.evidence > 0 && person.ages.size > 0 && person.parts.size === 0 && isNamedWithin(person, unit, sentence + SOON);
}

function isNamedWithin({ mentions: [first] }: Person, unit: Unit, sentence: number): boolean {
  return first !== undefined && first.start > unit.start && first.sentence <= sentence;
}

function agrees(person: Person, { gender, age }: Description): boolean {
  const isOfGender = !gender || !person.gender || person.gender === gender;
  return isOfGender && (age === null || person.ages.size === 0 || person.ages.has(age));
}
