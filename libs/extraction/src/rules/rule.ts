import type { ChargeEvent, EndedBy } from '@docketwire/case';

/**
 * Whom a rule speaks of:
 * - patient: who is charged, convicted ...: the subject of a passive, the object of an active verb
 * - subject: who pleads, appeals, faces
 * - first, last: the person that the pattern itself begins or ends with
 * - charge:  whoever the charges named in the pattern are against
 * - trial:   whoever the trial or verdict is about
 */
export type Who = 'patient' | 'subject' | 'first' | 'last' | 'charge' | 'trial';

/** Words that report a step. In the line that `pattern` reads, a person is `@` and a date `#`. */
export type Rule = Readonly<{
  id: string;
  event: ChargeEvent;
  who: Who;
  pattern: RegExp;
  value?: string;
  /** The words count only where the name of an offence, or `the charges`, follows them, in a story with a court. */
  needs?: 'offence';
  endedBy?: EndedBy;
  mechanism?: string;
  /** How often its words mean what the rule says, from reading news; the calibration table corrects it. */
  confidence?: number;
}>;

/** Whole words only, found one after the other. */
export function words(pattern: string): RegExp {
  return new RegExp(`(?<![\\w'@-])(?:${pattern})(?![\\w-])`, 'g');
}

/** A few words that are no person and end no clause. */
export const GAP = String.raw`(?:[^@.,;:]{1,50}? )?`;
export const POSSESSOR = String.raw`(?:@ '?s?|his|her|their)`;
export const CHARGES = String.raw`(?:charges?|chargers|counts?|indictments?|case|prosecution|allegations?|accusations?|proceedings|complaint)`;
export const WAS = String.raw`(?:was|were|has been|have been|had been|is|are|being|been|be|get|got|gets|getting|will be|would be|to be)`;
/** Adverbs and dates between an auxiliary and its verb. */
export const ADV = String.raw`(?:(?:\w+ly|#|on|also|later|then|all|since|now|again) ){0,3}`;
