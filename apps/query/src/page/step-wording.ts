import { CUSTODIES, PLEAS } from '@docketwire/case';
import type { ChargeEvent, ChangeKind, NewsKind, Plea, Realis, Step } from '@docketwire/case';
import { dateWords } from './dates.js';
import { CUSTODY_WORDS, pleaWords } from './wording.js';

/** First as done, then the noun that "announced" follows. */
const EVENTS: Readonly<Record<ChargeEvent, readonly [done: string, noun: string]>> = {
  investigated: ['Under investigation', 'Investigation'],
  arrested: ['Arrested', 'Arrest'],
  extradited: ['Extradited', 'Extradition'],
  declined: ['Decision not to bring a charge', 'Decision not to bring a charge'],
  charged: ['Charged', 'Charge'],
  indicted: ['Indicted', 'Indictment'],
  arraigned: ['Brought before the court', 'Court appearance'],
  charge_amended: ['Charge amended', 'Amendment of the charge'],
  plea_agreement: ['Plea agreement', 'Plea agreement'],
  committed: ['Sent for trial', 'Committal for trial'],
  plea_withdrawn: ['Plea withdrawn', 'Withdrawal of the plea'],
  plea_entered: ['Plea entered', 'Plea'],
  diverted: ['Prosecution deferred on conditions', 'Deferral of the prosecution'],
  diversion_failed: ['Deferral ended, prosecution goes on', 'End of the deferral'],
  resumed: ['Proceedings resumed', 'Resumption of the proceedings'],
  trial_started: ['Trial began', 'Trial'],
  mistrial: ['Trial ended without a verdict', 'End of the trial without a verdict'],
  convicted: ['Convicted', 'Conviction'],
  sentenced: ['Sentenced', 'Sentence'],
  appeal_allowed: ['Appeal allowed', 'Decision to allow the appeal'],
  vacated: ['Conviction or plea set aside', 'Setting aside of the conviction or plea'],
  conviction_reinstated: ['Conviction reinstated', 'Reinstatement of the conviction'],
  dismissal_reversed: ['Dismissal reversed', 'Reversal of the dismissal'],
  acquitted: ['Acquitted', 'Acquittal'],
  not_responsible: ['Found not criminally responsible', 'Finding of not criminally responsible'],
  stayed: ['Proceedings stayed', 'Stay of proceedings'],
  superseded: ['Replaced by another charge', 'Replacement by another charge'],
  transferred: ['Moved to another court', 'Move to another court'],
  dismissed: ['Dismissed', 'Dismissal'],
  refiled: ['Filed again as a new charge', 'Refiling'],
  appeal_filed: ['Appeal filed', 'Appeal'],
  appeal_dismissed: ['Appeal dismissed', 'Dismissal of the appeal'],
  appeal_withdrawn: ['Appeal withdrawn', 'Withdrawal of the appeal'],
  pardoned: ['Pardoned', 'Pardon'],
  abated: ['Proceedings lapsed', 'End of the proceedings'],
  motion_denied: ['Motion denied', 'Denial of a motion'],
  custody_changed: ['Custody changed', 'Change of custody'],
};

/** "Filed" fits what is a paper; of the rest we say that it was done. */
const DONE_VERBS: Partial<Record<ChargeEvent, string>> = { charged: 'filed', indicted: 'filed', dismissed: 'filed', refiled: 'filed', appeal_filed: 'filed', sentenced: 'imposed', pardoned: 'granted', acquitted: 'entered' };

type ToldStep = Pick<Step, 'event' | 'value' | 'realis'>;

/** "Pleaded not guilty", "Dismissal announced" */
export function stepTitle({ event, value, realis }: ToldStep): string {
  const [done, noun] = EVENTS[event];
  if (event === 'plea_entered') return pleaTitle(PLEAS.find((each) => each === value) ?? 'none', realis);
  const custody = event === 'custody_changed' ? CUSTODIES.find((each) => each === value) : undefined;
  if (realis === 'announced') return `${noun} announced`;
  return custody ? CUSTODY_WORDS[custody] : done;
}

function pleaTitle(plea: Plea, realis: Realis): string {
  const [done, noun] = EVENTS.plea_entered;
  if (realis === 'announced') return plea === 'none' ? `${noun} announced` : `${noun} announced: ${pleaWords(plea)}`;
  return plea === 'none' ? done : pleaWords(plea);
}

type DatedStep = Pick<Step, 'event' | 'when' | 'realis' | 'announcedOn' | 'occurredOn' | 'inferred'>;

/** "announced 20 April 2023, filed 21 April 2023" */
export function stepDates(step: DatedStep): string {
  const { event, when, announcedOn, occurredOn } = step;
  if (announcedOn && occurredOn && announcedOn !== occurredOn) return `announced ${dateWords(announcedOn)}, ${DONE_VERBS[event] ?? 'took place'} ${dateWords(occurredOn)}`;
  return when === null ? 'date not reported' : oneDate(step, dateWords(when));
}

/** What nobody reported had happened at the latest when what implies it did. */
function oneDate({ inferred, realis }: DatedStep, date: string): string {
  if (inferred) return `no later than ${date}`;
  return realis === 'announced' ? `announced ${date}` : date;
}

/** What a change did to the record. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  opened: 'First report',
  advanced: 'New step',
  refined: 'Announced before, now reported as done, or told more exactly',
  corroborated: 'More or fewer independent sources',
  amended: 'Corrected by older news',
  refiled: 'Filed again as a new charge',
  reopened: 'Reopened',
  corrected: 'Corrected',
  reverted: 'Taken back',
  conflict_opened: 'Reports disagree',
  conflict_resolved: 'Disagreement settled',
  merged: 'Joined with another case',
  split: 'Split from another case',
  withdrawn: 'Withdrawn: no report that still stands supports it',
  restated: 'Read again under new rules',
  erased: 'Erased',
};

/** Why: what the publisher did. */
export const NEWS_WORDS: Readonly<Record<NewsKind, string>> = {
  new: 'A new article',
  update: 'An updated article',
  correction: 'A correction',
  hold: 'An article withheld by its publisher',
  release: 'An article released again by its publisher',
  retraction: 'An article retracted by its publisher',
};

/** Changes that take something back or put it right; the others only add. */
export const RIGHTING: ReadonlySet<ChangeKind> = new Set(['amended', 'corrected', 'reverted', 'conflict_opened', 'conflict_resolved', 'merged', 'split', 'withdrawn', 'restated', 'erased']);
