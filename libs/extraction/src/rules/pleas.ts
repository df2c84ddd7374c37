import { POSSESSOR, words } from './rule.js';
import type { Rule } from './rule.js';

const PLEAD = String.raw`(?:pleaded|pled|pleads|pleading|plead)(?: (?:#|\w+ly|on #|in (?:\w+_?)?court|,)){0,3}`;
const NOT_GUILTY = 'not(?: \\w+ly)? guilty';
const NO_CONTEST = '(?:no[ -]contest|nolo contendere)';
const ENTER = String.raw`(?:entered|enters|entering|enter|made|offered|tendered|submitted)`;

export const PLEAS_ENTERED: readonly Rule[] = [
  { id: 'plea.insanity', event: 'plea_entered', value: 'not_responsible_plea', who: 'subject', pattern: words(String.raw`${PLEAD} ${NOT_GUILTY} by reason of (?:insanity|mental)`) },
  { id: 'plea.not-guilty', event: 'plea_entered', value: 'not_guilty', who: 'subject', pattern: words(String.raw`${PLEAD} ${NOT_GUILTY}(?! by reason)|pleaded innocent`) },
  { id: 'plea.lesser', event: 'plea_entered', value: 'guilty_to_lesser', who: 'subject', pattern: words(String.raw`${PLEAD} guilty to (?:an? |the )?(?:lesser|reduced)`) },
  { id: 'plea.guilty', event: 'plea_entered', value: 'guilty', who: 'subject', pattern: words(String.raw`${PLEAD} guilty(?! to (?:an? |the )?(?:lesser|reduced))`) },
  { id: 'plea.no-contest', event: 'plea_entered', value: 'no_contest', who: 'subject', pattern: words(String.raw`${PLEAD} ${NO_CONTEST}`) },
  { id: 'plea.not-guilty.entered', event: 'plea_entered', value: 'not_guilty', who: 'subject', pattern: words(String.raw`${ENTER} (?:\S+ ){0,3}(?:not[ -]guilty pleas?|pleas? of not guilty)`) },
  { id: 'plea.guilty.entered', event: 'plea_entered', value: 'guilty', who: 'subject', pattern: words(String.raw`${ENTER} (?:(?!not)\S+ ){0,3}(?:guilty pleas?|pleas? of guilty)`) },
  { id: 'plea.no-contest.entered', event: 'plea_entered', value: 'no_contest', who: 'subject', pattern: words(String.raw`${ENTER} (?:\S+ ){0,3}(?:${NO_CONTEST} pleas?|pleas? of ${NO_CONTEST})`) },
  { id: 'plea.for', event: 'plea_entered', value: 'not_guilty', who: 'last', pattern: words(String.raw`not[ -]guilty pleas? (?:was|were|has been|have been) entered (?:on behalf of|for|by) @`) },
  { id: 'plea.own', event: 'plea_entered', value: 'guilty', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:(?!not)\S+ )?guilty pleas?`), confidence: 0.85 },
  { id: 'plea.own.not-guilty', event: 'plea_entered', value: 'not_guilty', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:\w+ )?not[ -]guilty pleas?`), confidence: 0.85 },
  { id: 'plea.changed', event: 'plea_entered', value: 'guilty', who: 'subject', pattern: words(String.raw`(?:changed|switched|changes) (?:his|her|their) pleas? (?:from not guilty )?to guilty`) },
  { id: 'plea.denied', event: 'plea_entered', value: 'not_guilty', who: 'subject', needs: 'offence', pattern: words('denies|denied|denying|deny'), confidence: 0.7 },
  { id: 'plea.admitted', event: 'plea_entered', value: 'guilty', who: 'subject', needs: 'offence', pattern: words('admitted|admits|admitting'), confidence: 0.7 },
  { id: 'plea.withdrawn', event: 'plea_withdrawn', who: 'subject', pattern: words(String.raw`(?:withdrew|withdrawn|withdraws) (?:his|her|their) (?:\S+ ){0,2}pleas?`) },
  { id: 'plea.withdrawal-allowed', event: 'plea_withdrawn', who: 'last', pattern: words(String.raw`(?:let|lets|allowed|allows|permitted) @(?= (?:to )?withdraw (?:his|her|their) (?:\S+ ){0,2}pleas?)`) },
  { id: 'plea.agreement', event: 'plea_agreement', who: 'subject', pattern: words(String.raw`(?:agreed|agrees|agreeing|has agreed) to plead|(?:reached|struck|signed|accepted|took|made|cut|entered(?: into)?|accepts|reaches|taken) (?:an? |the )?(?:\S+ )?(?:plea (?:deal|agreement|bargain))|(?:signed|signs|reached|struck|made|accepted) (?:an? |the )?(?:agreement|deal) (?:[^@.,;]{0,40}? )?to plead`) },
];
