import type { Appeal, ChargeStatus, ChargeView, Custody, Plea, Refile } from '@docketwire/case';
import { whenWords } from './dates.js';

/*
 * What the page says of a charge. The rule: never more than the status. An accusation is told as one; "convicted" stands
 * only where a court convicted; an announcement is not told as the act.
 */

/** A status in one breath; a plea is told by `pleaWords` instead. */
export const STATUS_LABELS: Readonly<Record<ChargeStatus, string>> = {
  under_investigation: 'Under investigation',
  arrested: 'Arrested, not charged',
  declined: 'Not charged',
  charged: 'Charged',
  indicted: 'Indicted',
  committed: 'Sent for trial',
  pleaded: 'Plea entered',
  on_trial: 'On trial',
  mistrial: 'Mistrial',
  convicted: 'Convicted',
  sentenced: 'Convicted and sentenced',
  acquitted: 'Acquitted',
  not_responsible: 'Found not criminally responsible',
  dismissed: 'Dismissed',
  stayed: 'Stayed',
  diverted: 'Diverted',
  vacated: 'Set aside, pending again',
  pardoned: 'Pardoned',
  abated: 'Lapsed',
  transferred: 'Moved to another court',
  superseded: 'Replaced by another charge',
  unknown: 'Not known',
};

/** The same while it is only announced: no chip says "dismissed" before the dismissal. */
const ANNOUNCED_LABELS: Readonly<Record<ChargeStatus, string>> = {
  under_investigation: 'Investigation announced',
  arrested: 'Arrest announced',
  declined: 'Decision not to charge announced',
  charged: 'Charge announced',
  indicted: 'Indictment announced',
  committed: 'Committal announced',
  pleaded: 'Plea announced',
  on_trial: 'Trial announced',
  mistrial: 'Mistrial announced',
  convicted: 'Conviction announced',
  sentenced: 'Convicted, sentence announced',
  acquitted: 'Acquittal announced',
  not_responsible: 'Special verdict announced',
  dismissed: 'Dismissal announced',
  stayed: 'Stay announced',
  diverted: 'Diversion announced',
  vacated: 'Setting aside announced',
  pardoned: 'Pardon announced',
  abated: 'End of proceedings announced',
  transferred: 'Transfer announced',
  superseded: 'Replacement announced',
  unknown: 'Not known',
};

const PLEA_WORDS: Readonly<Record<Plea, string>> = {
  none: 'entered a plea that is not reported',
  not_guilty: 'pleaded not guilty',
  guilty: 'pleaded guilty',
  no_contest: 'pleaded no contest',
  guilty_to_lesser: 'pleaded guilty to a lesser offence',
  not_responsible_plea: 'pleaded not criminally responsible',
  stood_mute: 'declined to enter a plea',
  unfit_to_plead: 'was found unfit to plead',
  withdrawn: 'withdrew the plea',
};

/** `@` is where the date goes. First as done, then as only announced. */
type Telling = readonly [done: string, announced: string];

const TELLINGS: Readonly<Record<Exclude<ChargeStatus, 'pleaded'>, Telling>> = {
  under_investigation: ['under investigation, not charged', 'investigation announced@, not charged'],
  arrested: ['arrested@, not charged as far as is reported', 'arrest announced@, not charged as far as is reported'],
  declined: ['decision@ not to bring a charge', 'decision not to bring a charge announced@'],
  charged: ['charged@', 'charge announced@, not yet reported as filed'],
  indicted: ['indicted@', 'indictment announced@, not yet reported as filed'],
  committed: ['sent for trial@', 'to be sent for trial, announced@'],
  on_trial: ['trial began@, no verdict reported', 'trial announced@, not yet reported as begun'],
  mistrial: ['trial ended without a verdict@, charge still pending', 'end of the trial without a verdict announced@, charge still pending'],
  convicted: ['convicted@, no sentence reported', 'conviction announced@'],
  sentenced: ['convicted, sentenced@', 'convicted, sentence announced@'],
  acquitted: ['acquitted@', 'acquittal announced@'],
  not_responsible: ['found not criminally responsible@', 'finding of not criminally responsible announced@'],
  dismissed: ['dismissed@', 'dismissal announced@'],
  stayed: ['proceedings stayed@', 'stay of proceedings announced@'],
  diverted: ['prosecution deferred on conditions@', 'deferral of the prosecution on conditions announced@'],
  vacated: ['conviction or plea set aside@, charge pending again', 'setting aside of the conviction or plea announced@, charge pending again'],
  pardoned: ['pardoned@', 'pardon announced@'],
  abated: ['proceedings lapsed@', 'end of the proceedings announced@'],
  transferred: ['moved to another court@', 'move to another court announced@'],
  superseded: ['replaced by another charge@', 'replacement by another charge announced@'],
  unknown: ['status not known: no report that still stands supports one', 'status not known: no report that still stands supports one'],
};

export type ToldCharge = Pick<ChargeView, 'status' | 'since' | 'realis' | 'plea' | 'refile'> & Partial<Pick<ChargeView, 'refiledAs' | 'appeal' | 'steps'>>;

/** "dismissed on 21 April 2023 (announced on 20 April 2023), can be filed again" */
export function statusSentence(charge: ToldCharge): string {
  const { status, refile, refiledAs = null, appeal = 'none' } = charge;
  const again = refiledAs === null ? refileWords(status, refile) : 'later filed again as a new charge';
  return [tellingOf(charge).replace('@', datesOf(charge)), again, APPEAL_WORDS[appeal]].filter(Boolean).join(', ');
}

export function statusLabel({ status, plea, realis }: Pick<ChargeView, 'status' | 'plea' | 'realis'>): string {
  if (realis === 'announced') return ANNOUNCED_LABELS[status];
  return status === 'pleaded' && plea !== 'none' ? capital(PLEA_WORDS[plea]) : STATUS_LABELS[status];
}

export function pleaWords(plea: Plea): string {
  return plea === 'none' ? 'None reported' : capital(PLEA_WORDS[plea]);
}

/** Said of what ended or was halted; of an open charge it would be beside the point. Never guessed. */
export function refileWords(status: ChargeStatus, refile: Refile | null): string {
  if (status === 'dismissed') return REFILE_WORDS[refile ?? 'unknown'];
  if (status === 'stayed') return RESUME_WORDS[refile ?? 'unknown'];
  return status === 'declined' && refile === 'possible' ? 'a charge can still be brought' : '';
}

const REFILE_WORDS: Readonly<Record<Refile, string>> = {
  possible: 'can be filed again',
  barred: 'cannot be filed again',
  unknown: 'whether it can be filed again is not reported',
};

const RESUME_WORDS: Readonly<Record<Refile, string>> = {
  possible: 'can be resumed',
  barred: 'cannot be resumed',
  unknown: 'whether it can be resumed is not reported',
};

const APPEAL_WORDS: Readonly<Record<Appeal, string>> = {
  none: '',
  filed: 'an appeal is pending',
  dismissed: 'appeal dismissed',
  withdrawn: 'appeal withdrawn',
  allowed: 'appeal allowed',
  allowed_in_part: 'appeal allowed in part',
};

export const CUSTODY_WORDS: Readonly<Record<Custody, string>> = {
  unknown: 'Not reported',
  at_liberty: 'At liberty',
  on_bail: 'On bail',
  in_custody: 'In custody',
  serving_sentence: 'Serving a sentence',
  on_probation: 'On probation',
  on_parole: 'On parole',
  released: 'Released',
  fugitive: 'Sought by the authorities',
  deported: 'Deported',
  deceased: 'Deceased',
};

/** `involuntary_manslaughter` → "involuntary manslaughter (2 counts)" */
export function offenceWords(offence: string, counts: number | null = null): string {
  const words = offence === 'unspecified' ? 'offence not named in the reports' : offence.replaceAll('_', ' ');
  return counts === null ? words : `${words} (${countWords(counts)})`;
}

export const countWords = (counts: number): string => (counts === 1 ? '1 count' : `${counts} counts`);

export const sourceWords = (sources: number): string => (sources === 1 ? '1 source' : `${sources} independent sources`);

export const articleWords = (articles: number): string => (articles === 1 ? '1 article' : `${articles} articles`);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function tellingOf({ status, realis, plea }: ToldCharge): string {
  if (status !== 'pleaded') return TELLINGS[status][realis === 'occurred' ? 0 : 1];
  if (realis === 'announced') return `plea announced@: ${PLEA_WORDS[plea]}`;
  return plea === 'guilty' || plea === 'no_contest' || plea === 'guilty_to_lesser' ? `${PLEA_WORDS[plea]}@, no conviction reported` : `${PLEA_WORDS[plea]}@`;
}

/** What was announced first and then done has two dates, and both are told. */
function datesOf({ status, since, realis, steps = [] }: ToldCharge): string {
  const { announcedOn, occurredOn } = steps.findLast(({ to, from }) => to === status && from !== to) ?? {};
  if (realis === 'announced' || !announcedOn || !occurredOn || announcedOn === occurredOn) return whenWords(since);
  return `${whenWords(occurredOn)} (announced${whenWords(announcedOn)})`;
}
