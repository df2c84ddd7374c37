import { unitAt } from '../clause/units.js';
import { RELATIVES } from '../lexicon/people.js';
import type { Clause, Description, Unit } from '../clause/units.js';
import type { Finding } from '../steps/finding.js';
import { namedGroups } from './groups.js';
import type { NamedGroup } from './groups.js';
import type { Part, Person } from './people.js';

/** Who is accused in this article, how strongly, and who has another part. */
export type Cast = Readonly<{ accused: ReadonlyMap<Person, number>; groups: readonly NamedGroup[] }>;

/** Descriptions that by themselves call somebody accused. */
const ACCUSED_HEADS = /^(?:suspects?|accused|defendants?|convicts?|killers?|murderers?|rapists?|arsonists?|robbers?|thie(?:f|ves)|fraudsters?|attackers?|gunm[ae]n|shooters?|offenders?|traffickers?|kidnappers?|inmates?|prisoners?|detainees?|fugitives?|conspirators?|co-defendants?|co-accused|burglars?|dealers?|paedophiles?|pedophiles?|predators?|stalkers?|hackers?|bombers?|terrorists?|scammers?|poachers?|smugglers?|assassins?|instigators?|vandals?|abusers?)$/;

type Sign = Readonly<{ pattern: RegExp; weight: number }>;
const ACCUSED_SIGNS: readonly Sign[] = [
  { pattern: /@ (?:, \d\d , )?(?:(?:[^@.;]{0,30}? )?)(?:appeared|appears|appear|appearing) (?:[^@.;]{0,40}? )?(?:\S*court|judge|magistrates?|charged|accused)/g, weight: 2 },
  { pattern: /@ (?:, \d\d , )?(?:is|was|are|were|stands|stand|has been|have been)?(?: also)? ?accused of/g, weight: 2 },
  { pattern: /@ (?:, \d\d , )?(?:is |was |are )?(?:suspected of|wanted (?:for|by|on)|on the run)/g, weight: 1 },
  { pattern: /(?:case|charges?|evidence|trial|allegations?|indictment|warrant) (?:against|of|for) @/g, weight: 2 },
  { pattern: /@ 's (?:\S+ ){0,2}(?:hearing|parole|crimes?|victims?|lawyers?|attorneys?|defence|defense|barristers?|solicitor|trial|case|conviction|sentence|arrest|sentencing|bail|extradition)/g, weight: 2 },
  { pattern: /(?:(?:lawyers?|attorneys?|counsel) for|defending|defended|representing|represents|represented) @/g, weight: 1 },
  { pattern: /@ (?:, \d\d , )?(?:\w+ ){0,3}?(?:retried|retrial|entered (?:the|a|his|her) plea|(?:go|goes|went|is|are|was|were|be|stand|stands|stood|face|faces|facing|awaiting|awaits) (?:on )?(?:trial|sentencing))/g, weight: 2 },
  { pattern: /(?<=(?:identified|named) @ as )@/g, weight: 2 },
  { pattern: /(?:hearing|sentencing|arraignment|arrest|warrant|bail|charges|plea) (?:for|of|against) @/g, weight: 2 },
  { pattern: /@ (?:, \d\d , )?(?:\w+ly )?(?:stabbed|shot|killed|murdered|raped|strangled|bludgeoned|assaulted|robbed|defrauded|embezzled|groomed|beheaded|abducted|kidnapped|smuggled|stole|attacked|molested) (?!himself|herself|dead)/g, weight: 1.5 },
];
const PART_SIGNS: readonly Readonly<{ pattern: RegExp; part: Part }>[] = [
  { pattern: /(?:killing|murder|murders|death|deaths|shooting|stabbing|slaying|rape|abduction|kidnapping|manslaughter|disappearance|body|bodies|assault|beating|remains) (?:death )?of (?:\S+ ){0,3}?@/g, part: 'victim' },
  { pattern: /(?:killing|murdering|raping|stabbing|strangling|assaulting|attacking|kidnapping|abusing|abducting|shooting|murdered|raped|stabbed|strangled|victims?|harassing|robbing|defrauding) (?:, )?@/g, part: 'victim' },
  { pattern: /(?:stabbed|shot|killed|murdered|raped|strangled|bludgeoned|assaulted|abducted|kidnapped|attacked|molested) @/g, part: 'victim' },
  { pattern: /@ (?:, \d\d , )?(?:was|were|is|had been|has been) (?:\w+ly )?(?:killed|murdered|shot|stabbed|found dead|pronounced dead|raped|strangled|beaten|abducted|declared dead|fatally)/g, part: 'victim' },
  { pattern: /@ 's (?:body|death|murder|killing|killers?|family|remains|disappearance|murderer|attacker)/g, part: 'victim' },
  { pattern: /(?:judge|justice|magistrate|before) @/g, part: 'judge' },
  { pattern: /@ , (?:an? |the )?(?:\S+ ){0,4}(?:judge|magistrate)\b/g, part: 'judge' },
  { pattern: /(?:lawyers?|attorneys?|counsel|barristers?|solicitors?|defending) (?:, )?@(?= (?:,|said|told|and|for|argued))/g, part: 'counsel' },
  { pattern: /@ , (?:an? |the |his |her |their |@ 's )?(?:\S+ ){0,4}(?:lawyers?|attorneys?|counsel|barrister|solicitor|prosecutor|defending|prosecuting|defence|spokesman|spokeswoman|spokesperson)\b/g, part: 'counsel' },
  { pattern: /(?:said|told|added|says) @/g, part: 'speaker' },
  { pattern: /@ (?:# )?(?:told(?! (?:police|officers|detectives|investigators|@|the (?:court|judge|jury)))|said|says|urged|added|announced|argued|insisted|warned|explained)/g, part: 'speaker' },
  { pattern: /(?:prosecutors?|district attorney|attorney general) @/g, part: 'prosecutor' },
];

export function castOf(clauses: readonly Clause[], findings: readonly Finding[]): Cast {
  const accused = new Map<Person, number>();
  const credit = (persons: readonly Person[], weight: number): void => {
    for (const person of persons) accused.set(person, (accused.get(person) ?? 0) + weight / persons.length);
  };
  for (const clause of clauses) readSigns(clause, credit);
  for (const { reference, rule } of findings) {
    const units = reference.kind === 'persons' && !/^(?:investigated|declined)$/.test(rule.event) ? reference.units : [];
    for (const { persons } of units) credit(persons, 3);
  }
  const found = new Map([...accused].filter(([person, weight]) => weight > doubtOf(person)));
  return { accused: found.size ? found : onlyAged(clauses), groups: namedGroups(clauses) };
}

/** Whom a story names so often it is about. */
const MAIN_PERSON = 4;

/** Nobody is called accused: then the first who is named with an age and no other part, else whom the story is about. */
function onlyAged(clauses: readonly Clause[]): Map<Person, number> {
  const persons = clauses.flatMap(({ units }) => units.flatMap((unit) => unit.persons));
  const plain = [...new Set(persons)].filter((person) => person.parts.size === 0);
  const first = plain.find((person) => person.ages.size > 0) ?? plain.find((person) => person.mentions.length >= MAIN_PERSON);
  return new Map(first ? [[first, 0.5]] : []);
}

/** How much it takes to make an accused of one who has another part: officers and judges are accused too, but rarely. */
function doubtOf({ parts }: Person): number {
  if (parts.has('judge') || parts.has('counsel') || parts.has('prosecutor')) return 3.5;
  if (parts.has('victim')) return 3;
  if (parts.has('relative')) return 2;
  return parts.has('speaker') || parts.has('police') ? 1 : 0;
}

function readSigns(clause: Clause, credit: (persons: readonly Person[], weight: number) => void): void {
  if (!clause.units.some((unit) => unit.persons.length)) return;
  for (const { pattern, weight } of ACCUSED_SIGNS) for (const person of personsAt(clause, pattern)) credit([person], weight);
  for (const { pattern, part } of PART_SIGNS) for (const person of personsAt(clause, pattern)) person.parts.add(part);
  clause.units.forEach((unit, at) => {
    if (unit.description) for (const person of unit.persons.length ? unit.persons : namesNextTo(clause.units, at).slice(0, 1)) readHead(person, unit.description);
    if (unit.description && ACCUSED_HEADS.test(unit.description.head)) credit(unit.persons.length ? unit.persons : namesNextTo(clause.units, at), 2);
  });
}

/** `spokesman X`, `defence lawyer X`. */
function readHead(person: Person, { head, definite }: Description): void {
  person.heads.add(head);
  if (RELATIVES.has(head) && definite) person.parts.add('relative');
  if (head.startsWith('spokes')) person.parts.add('police');
  if (/^(?:lawyer|attorney|solicitor|barrister|counsel)s?$/.test(head)) person.parts.add('counsel');
  if (/^(?:judge|magistrate|justice)s?$/.test(head)) person.parts.add('judge');
  if (/^prosecutors?$/.test(head)) person.parts.add('prosecutor');
  if (/^victims?$/.test(head)) person.parts.add('victim');
}

function namesNextTo(units: readonly Unit[], at: number): readonly Person[] {
  if (!/^[,:;]$/.test(units[at + 1]?.lower ?? '')) return [];
  return units.slice(at + 2, at + 9).filter((unit, index, all) => unit.persons.length && all.slice(0, index).every((each) => each.persons.length || /^(?:,|and)$/.test(each.lower))).flatMap((unit) => unit.persons);
}

/** The named persons at the `@` of each match. */
function personsAt(clause: Clause, pattern: RegExp): Person[] {
  return [...clause.norm.matchAll(pattern)].flatMap((match) => {
    const unit = clause.units[unitAt(clause, match.index + match[0].indexOf('@'))];
    return unit?.persons.length ? [unit.persons[0] as Person] : [];
  });
}
