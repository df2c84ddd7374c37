import { isVerbAt, wordAt } from './units.js';
import { NEGATIONS } from '../lexicon/words.js';
import { COUNSEL, DECIDERS, RELATIVES, SPEECH } from '../lexicon/people.js';
import type { Clause } from './units.js';
import type { VerbGroup } from './verb-group.js';

/** Whether words assert a step: done, announced by who decides it, or neither, and why. */
export type Scope = Readonly<{ kind: 'occurred' | 'announced'; party: boolean }> | Readonly<{ kind: 'doubt'; reason: Reason }>;

export type Reason = 'planned' | 'hypothetical' | 'negated' | 'requested' | 'civil' | 'speech' | 'generic' | 'other_case';

export type Spot = Readonly<{
  clause: Clause;
  /** Units of the words that matched; `last` belongs to them. */
  first: number;
  last: number;
  group: VerbGroup;
}>;

const HYPOTHETICAL = new Set(['could', 'may', 'might', 'can', 'should', 'must', "couldn't", "can't", 'cannot']);
const FUTURE = new Set(['will', 'would', 'shall', "won't", "wouldn't"]);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'should', 'until', 'till', 'whenever', 'pending']);
const PLANS = /\b(?:set|due|expected|scheduled|likely|going|plans?|planned|planning|intends?|intended|about|prepared|preparing|ready|hopes?|wants?|wanted|seeks?|seeking|sought|tried|trying|attempts?|attempted|continue|consider(?:s|ed|ing)?|threatened|vowed|urged|bid|fight|fighting|fought|refused|failed|declined|decision|decided|moved?|agreed|supposed|yet|is|are|was|were) to(?: \w+ly)?(?: be| have)?$/;
const REQUESTS = /\b(?:ask(?:ed|s|ing)?|request(?:ed|s|ing)?|seek(?:s|ing)?|sought|call(?:ed|s|ing)? for|motions?|petition(?:ed|s)?|demand(?:ed|s|ing)?|want(?:ed|s)?|urg(?:ed|es|ing)|argu(?:ed|es|ing)|recommend(?:ed|s|ing)?|moved|hop(?:ed|es|ing)|propos(?:ed|es|ing|al)|consider(?:ed|s|ing)?|plans?|threaten(?:ed|s|ing)?|bid|push(?:ed|ing)?|pray(?:ed|ing)?|failed|refus(?:ed|es|ing)|rather than|instead of|avoid(?:ed|s|ing)?|prevent(?:ed|s|ing)?|likelihood of|possib(?:le|ility of)|prospect of|potential|maximum|face[sd]?|facing|risk(?:s|ed|ing)?|awaiting|pending|chances? of|hope of|before|ahead of|next|future|any|eligible for|eligible to be) (?:@ )?(?:(?:that|the|to|an?|for|be|being|have|all|his|her|their|any|court|judge|up|its) ){0,4}$/;
const CIVIL = /\b(?:lawsuits?|civil (?:suit|case|claim|action|trial|court|lawsuit|complaint|jury)|sued|suing|libel suit|defamation (?:suit|case|lawsuit)|wrongful death suit|class action|small claims|impeach\w*|licen[cs]e|patent|divorce|custody battle|employment tribunal|red card|misconduct hearing|disciplinary|medical board|to the board|the board 's)\b/;
const FIRST_PERSON = new Set(['i', 'we', 'my', 'our', 'you', 'your', "i'm", "i've", 'me', 'us']);
/** Steps that a court or an office takes in civil matters too. */
export const ALSO_CIVIL: ReadonlySet<string> = new Set(['dismissed', 'appeal_filed', 'appeal_dismissed', 'appeal_allowed', 'appeal_withdrawn', 'vacated', 'acquitted', 'trial_started', 'motion_denied', 'stayed', 'mistrial']);

type Check = (spot: Spot, event: string, lead: string) => Scope | null;

/** Each may decide; the first that does counts. */
const CHECKS: readonly Check[] = [
  (spot) => (isFirstPerson(spot) ? doubt('speech') : null),
  ({ clause }) => (clause.units.at(-1)?.lower === '?' ? doubt('hypothetical') : null),
  ({ clause }, event) => (event === 'custody_changed' && CAPTIVITY.test(clause.norm) ? doubt('other_case') : null),
  ({ clause }, event) => (ALSO_CIVIL.has(event) && CIVIL.test(clause.norm) ? doubt('civil') : null),
  (spot) => (isNegated(spot) ? doubt('negated') : null),
  (spot) => (isConditional(spot) ? doubt('hypothetical') : null),
  ({ clause, group }) => (wordAt(clause.units, group.start) === 'be' && group.modal === null ? doubt('requested') : null),
  trialScope,
  modalScope,
  orderedScope,
  (spot, _, lead) => (spot.group.infinitive && !spot.group.perfect && !RANKED.test(lead) && !isUndecided(spot) ? futureScope(spot) : null),
  ({ group }, _, lead) => (!group.perfect && REQUESTS.test(tail(lead)) ? doubt('requested') : null),
  (spot, _, lead) => (!isUndecided(spot) && PLANS.test(tail(lead).trimEnd()) && !spot.group.passive ? futureScope(spot) : null),
];

export function scopeOf(spot: Spot, event: string): Scope {
  const { clause, first, group } = spot;
  const lead = clause.norm.slice(0, clause.starts[Math.min(first, group.start)] ?? 0);
  for (const check of CHECKS) {
    const scope = check(spot, event, lead);
    if (scope) return scope;
  }
  return { kind: 'occurred', party: CLAIMED.has(event) && isParty(clause, first) };
}

const CAPTIVITY = /\b(?:captivity|captors|hostages?|in exchange for|prisoner swap|kidnappers)\b/;
/** `the first to be convicted` was convicted. */
const RANKED = /\b(?:first|last|only|latest|second|third) (?:\S+ )?$/;
const TRIAL_DATE_WITHIN = 5;
const ORDERED = /\bordered (?:[^.;]{0,80} )?to be $/;

/** `was unable to reach a verdict`: what a jury could not do is no plan. */
const isUndecided = ({ clause: { units }, first, last }: Spot): boolean => /unable to reach|failed to reach/.test(units.slice(first, last + 1).map(({ lower }) => lower).join(' '));

/** A court that orders somebody to be held or freed has done it. */
function orderedScope({ clause, first, group }: Spot, event: string): Scope | null {
  const isOrdered = event === 'custody_changed' && group.infinitive && ORDERED.test(clause.norm.slice(0, clause.starts[first]));
  return isOrdered ? { kind: 'occurred', party: false } : null;
}

/** `her trial opens in February`, `goes on trial next month`: the present tense with a day that is not this week's is the plan. */
function trialScope({ clause: { units }, first, last }: Spot, event: string): Scope | null {
  if (event !== 'trial_started' || !units.slice(first, last + 1).some(({ lower }) => /^(?:opens|starts|begins|goes|go)$/.test(lower))) return null;
  const after = units.slice(last + 1, last + 1 + TRIAL_DATE_WITHIN);
  return after.some(({ lower, date }) => /^(?:next|later|tomorrow)$/.test(lower) || (date !== null && !date.fresh)) ? doubt('planned') : null;
}

/** How far back a word may stand that governs the step. */
const tail = (lead: string): string => lead.slice(-60);

const doubt = (reason: Reason): Scope => ({ kind: 'doubt', reason });

function modalScope(spot: Spot): Scope | null {
  const { modal, perfect } = spot.group;
  if (modal === null) return null;
  if (HYPOTHETICAL.has(modal) || (modal === 'would' && perfect)) return doubt('hypothetical');
  return FUTURE.has(modal) ? futureScope(spot) : doubt('hypothetical');
}

/** "Prosecutors said they will dismiss" is an announcement by who decides; anybody else only foretells. */
function futureScope(spot: Spot): Scope {
  const { clause, group } = spot;
  if (!/^(?:will|would)$/.test(group.modal ?? '')) return doubt('planned');
  const speaker = speakerBefore(clause, group.start);
  if (speaker === 'decides') return { kind: 'announced', party: false };
  return speaker === 'party' ? { kind: 'announced', party: true } : doubt('planned');
}

/** Who says it, where the sentence names a speaker on the way to the step or after it. */
function speakerBefore({ units }: Clause, at: number): 'decides' | 'party' | 'nobody' {
  const verb = units.findIndex((unit) => SPEECH.has(unit.lower));
  if (verb < 0) return 'nobody';
  const speaker = units.slice(Math.max(0, verb - 8), verb < at ? verb : verb + 6).flatMap((unit) => [unit.lower, unit.description?.head ?? '']);
  if (isProsecutorNamed(units.slice(Math.max(0, verb - 8), verb < at ? verb : verb + 6))) return 'decides';
  if (speaker.some((word) => COUNSEL.has(word) || RELATIVES.has(word) || /^(?:sources?|friends?|family)$/.test(word))) {
    return speaker.some((word) => /^(?:district|state|special|county|prosecuting|general|us|u\.s)$/.test(word)) ? 'decides' : 'party';
  }
  return speaker.some((word) => word.split(/[ _]/).some((part) => DECIDERS.has(part))) ? 'decides' : 'nobody';
}

/** `Renwood told`, where the story calls her the district attorney. */
const isProsecutorNamed = (units: Clause['units']): boolean => units.some(({ persons }) => persons.length === 1 && persons[0]?.parts.has('prosecutor'));

/** Facts on the record are known to counsel; that a charge has gone is theirs to claim until who decides says so. */
const CLAIMED: ReadonlySet<string> = new Set(['dismissed', 'declined', 'plea_agreement', 'investigated', 'stayed', 'diverted', 'refiled']);

function isParty(clause: Clause, at: number): boolean {
  return /\b(?:said|told|announced|claimed|confirmed)\b/.test(clause.norm) && speakerBefore(clause, at) === 'party';
}

function isFirstPerson({ clause, first, last }: Spot): boolean {
  if (!clause.units[first]?.quoted) return false;
  return clause.units.slice(Math.max(0, first - 14), last + 12).some((unit) => unit.quoted && FIRST_PERSON.has(unit.lower));
}

function isNegated({ clause: { units }, first, group }: Spot): boolean {
  if (group.negated) return true;
  const from = Math.min(first, group.start);
  const before = units.slice(Math.max(0, from - 3), from).filter((_, index, all) => all[index + 1]?.lower !== 'guilty').map((unit) => unit.lower);
  if (before.at(-1) === 'not' && wordAt(units, first) === 'only') return false;
  const near = group.start < first ? before.slice(-1) : before;
  return hasNegativeSubject(units, from) || near.some((word) => NEGATIONS.has(word)) || /^(?:denied|deny|denies|denying)$/.test(before.at(-1) ?? '');
}

/** `Neither X nor Y was`, `no application was`: back to the verb before. */
function hasNegativeSubject(units: Clause['units'], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 6) && !isVerbAt(units, at) && !/^(?:who|which|that|,)$/.test(wordAt(units, at)); at -= 1) {
    if (/^(?:no|neither|nor|none|nobody)$/.test(wordAt(units, at))) return true;
  }
  return false;
}

/** `if he is convicted`, `when she is sentenced`: not yet. */
function isConditional({ clause: { units }, first, group }: Spot): boolean {
  const from = Math.min(first, group.start);
  const isPresent = /^(?:is|are)$/.test(wordAt(units, from));
  for (let at = from - 1; at >= Math.max(0, from - 9); at -= 1) {
    const word = wordAt(units, at);
    if (/^[;:,]$/.test(word) && at < from - 1) return false;
    if (CONDITIONS.has(word)) return !/^(?:until|pending)$/.test(word) || at >= from - 4;
    if (isPresent && /^(?:when|once|before)$/.test(word)) return true;
  }
  return false;
}
