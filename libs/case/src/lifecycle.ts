import type { Appeal, ChargeEvent, ChargeStatus } from './vocabulary.js';

/*
 *   investigated ► under_investigation ─┬─► arrested ─┬─► declined
 *                                       └──────┬──────┘
 *                                              ▼
 *                     charged ► indicted ► committed ► pleaded ► on_trial ⇄ mistrial
 *                        │                                          │
 *       stayed, diverted ┤ resumed, diversion_failed: back again    ├─► acquitted, not_responsible
 *                        ▼                                          ▼
 *     a new row ◄refiled─ dismissed                    convicted ► sentenced ─► vacated: pending again
 *
 * A court may jump ahead (charged ► dismissed, pleaded ► convicted); the table says where from.
 * docs/lifecycle.md is printed from these tables.
 */

/**
 * What a status means for the case: nobody accused yet, still before the court, halted, at an end, or carried on by
 * another charge.
 */
export type StatusClass = 'pre_charge' | 'open' | 'inactive' | 'disposed' | 'carried' | 'unknown';

export type Standing = Readonly<{
  class: StatusClass;
  /** Of a status still on its way: how far it has come. Decides which of a defendant's charges leads. */
  rank: number | null;
  /** Of a status at rest: how grave it is. */
  severity: number | null;
  says: string;
}>;

/** Every status, in the order of the vocabulary. */
export const STATUS: Readonly<Record<ChargeStatus, Standing>> = {
  under_investigation: { class: 'pre_charge', rank: 1, severity: null, says: 'An authority treats the person as a suspect in public; no arrest, no charge.' },
  arrested: { class: 'pre_charge', rank: 2, severity: null, says: 'Held on suspicion of the offence, not charged with it so far.' },
  declined: { class: 'disposed', rank: null, severity: 1, says: 'The decision was not to charge.' },
  charged: { class: 'open', rank: 3, severity: null, says: 'Accused by a charge, complaint, information, summons or charge sheet.' },
  indicted: { class: 'open', rank: 4, severity: null, says: 'Accused by indictment.' },
  committed: { class: 'open', rank: 5, severity: null, says: 'Sent to the court that will try it.' },
  pleaded: { class: 'open', rank: 6, severity: null, says: 'A plea is on record; which one is in `plea`.' },
  on_trial: { class: 'open', rank: 9, severity: null, says: 'The trial has begun.' },
  mistrial: { class: 'open', rank: 8, severity: null, says: 'The trial ended without a verdict on this charge, which stays pending.' },
  convicted: { class: 'open', rank: 10, severity: null, says: 'Found guilty, or a plea of guilty or no contest accepted; no sentence reported.' },
  sentenced: { class: 'disposed', rank: null, severity: 6, says: 'A sentence was imposed for it.' },
  acquitted: { class: 'disposed', rank: null, severity: 3, says: 'Found not guilty, or an order with that effect.' },
  not_responsible: { class: 'disposed', rank: null, severity: 4, says: 'A special verdict: not criminally responsible.' },
  dismissed: { class: 'disposed', rank: null, severity: 2, says: 'Ended without a verdict; whether it may come back is in `refile`.' },
  stayed: { class: 'inactive', rank: null, severity: 2, says: 'Halted on the record; it may be resumed.' },
  diverted: { class: 'inactive', rank: null, severity: 2, says: 'Deferred on conditions; dismissed once they are met.' },
  vacated: { class: 'open', rank: 7, severity: null, says: 'The conviction or plea was set aside; pending again.' },
  pardoned: { class: 'disposed', rank: null, severity: 5, says: 'Covered by a pardon.' },
  abated: { class: 'disposed', rank: null, severity: 0, says: 'Lapsed, as a rule because the defendant died.' },
  transferred: { class: 'carried', rank: null, severity: null, says: 'Moved to another court; another charge carries it on.' },
  superseded: { class: 'carried', rank: null, severity: null, says: 'Replaced by another charge.' },
  unknown: { class: 'unknown', rank: null, severity: null, says: 'Nothing that still stands supports any status.' },
};

/** `(none)`: nothing has happened to the charge yet. */
export type RowStatus = ChargeStatus | '(none)';

/** Where an event leads: to a status, nowhere, back to where the charge stood before, or to a charge of its own. */
export type Target = ChargeStatus | '(same)' | '(prior)' | '(prior conviction)' | '(successor charge)';

export type Transition = Readonly<{
  from: readonly RowStatus[] | 'any';
  to: Target;
  /** What must lie between two events of this kind for the second to be a new one, and not the first told with another date. */
  againAfter: readonly ChargeEvent[];
  /** What it makes of the appeal. */
  appeal?: Appeal;
  note?: string;
}>;

/** Accused, and no outcome yet. */
export const PENDING: readonly RowStatus[] = ['charged', 'indicted', 'committed', 'pleaded', 'on_trial', 'mistrial', 'vacated'];
const BEFORE_TRIAL: readonly RowStatus[] = ['charged', 'indicted', 'committed', 'pleaded'];
const APPEALABLE: readonly RowStatus[] = ['convicted', 'sentenced', 'acquitted', 'not_responsible', 'dismissed', 'stayed'];

/** Every event: from where it is allowed, and where it leads. */
export const TRANSITIONS: Readonly<Record<ChargeEvent, Transition>> = {
  investigated: { from: ['(none)', 'declined'], to: 'under_investigation', againAfter: ['declined'] },
  arrested: { from: ['(none)', 'under_investigation', 'declined'], to: 'arrested', againAfter: ['declined'], note: 'from any later status it is custody only' },
  extradited: { from: 'any', to: '(same)', againAfter: [], note: 'custody becomes in_custody' },
  declined: { from: ['(none)', 'under_investigation', 'arrested'], to: 'declined', againAfter: ['arrested', 'charged'] },
  charged: { from: ['(none)', 'under_investigation', 'arrested', 'declined', 'charged'], to: 'charged', againAfter: ['refiled', 'declined', 'dismissed'] },
  indicted: {
    from: ['(none)', 'under_investigation', 'arrested', 'declined', 'charged', 'indicted', 'committed', 'pleaded'],
    to: 'indicted',
    againAfter: ['refiled', 'dismissed'],
    note: 'a new instrument: the plea becomes none',
  },
  arraigned: { from: 'any', to: '(same)', againAfter: [], note: 'a line of the timeline' },
  charge_amended: { from: PENDING, to: '(same)', againAfter: [], note: 'an enhancement that is dropped dismisses nothing' },
  plea_agreement: { from: ['arrested', ...PENDING], to: '(same)', againAfter: [], note: 'an agreement is not a plea' },
  committed: { from: BEFORE_TRIAL, to: 'committed', againAfter: ['refiled'] },
  plea_withdrawn: { from: ['pleaded', 'convicted'], to: 'pleaded', againAfter: ['plea_entered'], note: 'from convicted only where a plea was its basis' },
  plea_entered: { from: PENDING, to: 'pleaded', againAfter: ['indicted', 'plea_withdrawn', 'plea_entered', 'vacated', 'refiled'] },
  diverted: { from: ['arrested', ...BEFORE_TRIAL], to: 'diverted', againAfter: ['diversion_failed', 'refiled'] },
  diversion_failed: { from: ['diverted'], to: '(prior)', againAfter: [] },
  resumed: { from: ['stayed', 'dismissed'], to: '(prior)', againAfter: [], note: 'from dismissed only where refiling is not barred' },
  trial_started: { from: PENDING, to: 'on_trial', againAfter: ['mistrial', 'vacated', 'refiled'] },
  mistrial: { from: ['on_trial'], to: 'mistrial', againAfter: ['trial_started'], note: 'from another pending status the start of the trial is inferred' },
  convicted: { from: [...PENDING, 'convicted'], to: 'convicted', againAfter: ['vacated', 'plea_withdrawn', 'mistrial', 'refiled', 'acquitted'] },
  sentenced: { from: ['convicted', 'sentenced'], to: 'sentenced', againAfter: ['vacated', 'convicted', 'refiled'], note: 'from a pending status the conviction is inferred' },
  appeal_allowed: {
    from: ['vacated', ...APPEALABLE],
    to: '(same)',
    againAfter: [],
    appeal: 'allowed',
    note: 'what it does to the status is an event of its own',
  },
  vacated: { from: ['convicted', 'sentenced'], to: 'vacated', againAfter: ['convicted', 'conviction_reinstated'] },
  conviction_reinstated: { from: ['vacated', 'acquitted'], to: '(prior conviction)', againAfter: [], note: 'from acquitted only where a verdict had been set aside' },
  dismissal_reversed: { from: ['dismissed'], to: '(prior)', againAfter: [], note: 'the only way out of a dismissal that bars refiling' },
  acquitted: { from: [...PENDING, 'convicted', 'acquitted'], to: 'acquitted', againAfter: ['conviction_reinstated', 'refiled'], note: 'from convicted only as a judgment of the court' },
  not_responsible: { from: PENDING, to: 'not_responsible', againAfter: ['refiled'] },
  stayed: { from: PENDING, to: 'stayed', againAfter: ['resumed', 'refiled'] },
  superseded: { from: PENDING, to: 'superseded', againAfter: [], note: 'a charge of another offence brought in those days carries it on, else the next of the chain' },
  transferred: { from: [...BEFORE_TRIAL, 'vacated'], to: 'transferred', againAfter: [], note: 'the next of the chain carries it on, as far as it had come' },
  dismissed: {
    from: ['arrested', ...PENDING, 'stayed', 'diverted', 'convicted', 'dismissed'],
    to: 'dismissed',
    againAfter: ['resumed', 'dismissal_reversed', 'refiled'],
    note: 'with a value it is a part of the counts, and the charge goes on; counts that are named become a row of their own',
  },
  refiled: { from: ['dismissed', 'declined', 'stayed'], to: '(successor charge)', againAfter: ['dismissed', 'declined', 'stayed'], note: 'where barred, only with two originators or an editor' },
  appeal_filed: { from: APPEALABLE, to: '(same)', againAfter: [], appeal: 'filed' },
  appeal_dismissed: { from: APPEALABLE, to: '(same)', againAfter: [], appeal: 'dismissed' },
  appeal_withdrawn: { from: APPEALABLE, to: '(same)', againAfter: [], appeal: 'withdrawn' },
  pardoned: { from: [...PENDING, 'convicted', 'sentenced', 'dismissed'], to: 'pardoned', againAfter: [] },
  abated: { from: ['under_investigation', 'arrested', ...PENDING, 'convicted', 'sentenced', 'stayed', 'diverted'], to: 'abated', againAfter: [] },
  motion_denied: { from: 'any', to: '(same)', againAfter: [], note: 'dismisses nothing' },
  custody_changed: { from: 'any', to: '(same)', againAfter: [] },
};

/** The words of an outcome: two of them on one day contradict each other. */
export const VERDICTS: readonly ChargeEvent[] = ['convicted', 'acquitted', 'not_responsible', 'dismissed'];

/** Events that may open a charge that nobody has heard of. */
export const OPENERS: readonly ChargeEvent[] = ['investigated', 'arrested', 'declined', 'charged', 'indicted'];

export const classOf = (status: RowStatus): StatusClass | null => (status === '(none)' ? null : STATUS[status].class);

const AT_REST: readonly (StatusClass | null)[] = ['disposed', 'inactive', 'carried'];

/** Whether the charge has come to an outcome, so that weak news must not move it. */
export const isClosed = (status: RowStatus): boolean => status === 'convicted' || AT_REST.includes(classOf(status));

/** Whether the event leaves the status where it is. */
export const isOverlay = (event: ChargeEvent): boolean => TRANSITIONS[event].to === '(same)';

/** Whether the event may happen at any time, and so says nothing of how far the charge has come. */
export const isTimeless = (event: ChargeEvent): boolean => TRANSITIONS[event].from === 'any';

/** A status that the event leads to by itself; null where that depends on the charge. */
export function statusAfter(event: ChargeEvent): ChargeStatus | null {
  const { to } = TRANSITIONS[event];
  return to.startsWith('(') ? null : (to as ChargeStatus);
}
