/*
 * The words of the domain, as they stand in JSON and on Kafka (lower_snake). What follows what is in `lifecycle.ts`.
 */

/** Where one charge against one defendant stands. */
export const CHARGE_STATUSES = [
  'under_investigation', 'arrested', 'declined', 'charged', 'indicted', 'committed', 'pleaded', 'on_trial', 'mistrial',
  'convicted', 'sentenced', 'acquitted', 'not_responsible', 'dismissed', 'stayed', 'diverted', 'vacated', 'pardoned',
  'abated', 'transferred', 'superseded', 'unknown',
] as const;
export type ChargeStatus = (typeof CHARGE_STATUSES)[number];

/** What can happen to a charge, in the order in which several of one day are taken. */
export const CHARGE_EVENTS = [
  'investigated', 'arrested', 'extradited', 'declined', 'charged', 'indicted', 'arraigned', 'charge_amended',
  'plea_agreement', 'committed', 'plea_withdrawn', 'plea_entered', 'diverted', 'diversion_failed', 'resumed',
  'trial_started', 'mistrial', 'convicted', 'sentenced', 'appeal_allowed', 'vacated', 'conviction_reinstated',
  'dismissal_reversed', 'acquitted', 'not_responsible', 'stayed', 'superseded', 'transferred', 'dismissed', 'refiled',
  'appeal_filed', 'appeal_dismissed', 'appeal_withdrawn', 'pardoned', 'abated', 'motion_denied', 'custody_changed',
] as const;
export type ChargeEvent = (typeof CHARGE_EVENTS)[number];

export const PLEAS = [
  'none', 'not_guilty', 'guilty', 'no_contest', 'guilty_to_lesser', 'not_responsible_plea', 'stood_mute',
  'unfit_to_plead', 'withdrawn',
] as const;
export type Plea = (typeof PLEAS)[number];

/** Whether an ended charge may be brought again. `unknown` where nobody said: never guessed. */
export const REFILES = ['possible', 'barred', 'unknown'] as const;
export type Refile = (typeof REFILES)[number];

export const ENDED_BY = ['prosecution', 'court', 'jury', 'grand_jury', 'executive', 'death', 'other', 'unknown'] as const;
export type EndedBy = (typeof ENDED_BY)[number];

/** Said by the authority that decides to be coming, or reported as done. */
export const REALIS = ['announced', 'occurred'] as const;
export type Realis = (typeof REALIS)[number];

export const APPEALS = ['none', 'filed', 'dismissed', 'withdrawn', 'allowed', 'allowed_in_part'] as const;
export type Appeal = (typeof APPEALS)[number];

/** Who appeals. */
export const APPELLANTS = ['defence', 'prosecution'] as const;
export type Appellant = (typeof APPELLANTS)[number];

/** What an appeal is against. */
export const APPEALED = ['conviction', 'sentence', 'acquittal', 'dismissal', 'order'] as const;
export type Appealed = (typeof APPEALED)[number];

/** What a conviction rests on. */
export const BASES = ['verdict', 'plea'] as const;
export type Basis = (typeof BASES)[number];

export const CUSTODIES = [
  'unknown', 'at_liberty', 'on_bail', 'in_custody', 'serving_sentence', 'on_probation', 'on_parole', 'released',
  'fugitive', 'deported', 'deceased',
] as const;
export type Custody = (typeof CUSTODIES)[number];

/** The state of a whole case, always derived. */
export const CASE_STATES = ['pre_charge', 'open', 'inactive', 'on_appeal', 'closed', 'unknown'] as const;
export type CaseStateName = (typeof CASE_STATES)[number];

export const CHANGE_KINDS = [
  'opened', 'advanced', 'refined', 'corroborated', 'amended', 'refiled', 'reopened', 'corrected', 'reverted',
  'conflict_opened', 'conflict_resolved', 'merged', 'split', 'withdrawn', 'restated', 'erased',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a publisher says an update is. */
export const NEWS_KINDS = ['new', 'update', 'correction', 'hold', 'release', 'retraction'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];
