import { describe, expect, it } from 'vitest';
import { cellOf } from '../test/matrix.js';
import { CHARGE_EVENTS, CHARGE_STATUSES, STATUS, TRANSITIONS, classOf } from './index.js';
import type { ChargeEvent, RowStatus } from './index.js';

const FROM: readonly RowStatus[] = ['(none)', ...CHARGE_STATUSES.filter((status) => status !== 'unknown')];
const CELLS = FROM.flatMap((status) => CHARGE_EVENTS.map((event) => [status, event] as const));

const allows = (status: RowStatus, event: ChargeEvent): boolean => {
  const { from } = TRANSITIONS[event];
  return from === 'any' || from.includes(status);
};

/** Where each status came from on its route: what `(prior)` goes back to. */
const PRIOR: Partial<Record<RowStatus, RowStatus>> = { stayed: 'charged', diverted: 'charged', dismissed: 'charged', vacated: 'convicted', acquitted: 'convicted' };

type Inferences = Partial<Record<ChargeEvent, readonly ChargeEvent[]>>;
const each = (events: readonly ChargeEvent[], inferred: readonly ChargeEvent[]): Inferences => Object.fromEntries(events.map((event) => [event, inferred]));

const IF_UNCHARGED: Inferences = {
  ...each(CHARGE_EVENTS.filter((event) => allows('charged', event)), ['charged']),
  sentenced: ['charged', 'convicted'], mistrial: ['charged', 'trial_started'], refiled: ['charged', 'dismissed'],
};
const IF_PENDING: Inferences = { sentenced: ['convicted'], mistrial: ['trial_started'] };
const IF_ENDED: Inferences = {
  ...each(['charged', 'indicted', 'committed', 'plea_entered', 'trial_started', 'convicted'], ['refiled']),
  sentenced: ['refiled', 'convicted'], mistrial: ['refiled', 'trial_started'],
};

/** What the table does not allow and the view infers a way to; all that is not named here must be an anomaly. */
const INFERRED: Partial<Record<RowStatus, Inferences>> = {
  '(none)': IF_UNCHARGED, under_investigation: IF_UNCHARGED, arrested: IF_UNCHARGED,
  charged: IF_PENDING, indicted: IF_PENDING, committed: IF_PENDING, pleaded: IF_PENDING, on_trial: IF_PENDING, mistrial: IF_PENDING, vacated: IF_PENDING,
  dismissed: IF_ENDED, declined: IF_ENDED, stayed: IF_ENDED,
};

describe('the lifecycle', () => {
  it('has a route to every status', () => {
    for (const status of FROM) expect(cellOf(status, 'motion_denied')).toMatchObject({ status: status === '(none)' ? 'unknown' : status, anomaly: false });
  });

  it.each(CELLS.filter(([status, event]) => allows(status, event)))('%s: %s is believed, and leads where the table says', (status, event) => {
    const { to } = TRANSITIONS[event];
    const expected = to === '(same)' ? (status === '(none)' ? 'unknown' : status) : to.startsWith('(prior') ? PRIOR[status] : to === '(successor charge)' ? 'charged' : to;
    expect(cellOf(status, event)).toMatchObject({ status: expected, anomaly: false, inferred: [], charges: event === 'refiled' ? 2 : 1 });
  });

  it.each(CELLS.filter(([status, event]) => !allows(status, event) && event !== 'arrested'))('%s: %s is an anomaly, unless it implies what is missing', (status, event) => {
    const inferred = INFERRED[status]?.[event];
    expect(cellOf(status, event)).toMatchObject(inferred ? { anomaly: false, inferred } : { anomaly: true, inferred: [], status, moved: false });
  });

  it.each(FROM.filter((status) => !allows(status, 'arrested')))('%s: an arrest changes only where the person is', (status) => {
    expect(cellOf(status, 'arrested')).toMatchObject({ status, anomaly: false, moved: false });
  });

  it('ranks what is on its way and weighs what is at rest, no two of a kind alike', () => {
    for (const status of CHARGE_STATUSES) {
      const { rank, severity } = STATUS[status];
      const kind = classOf(status) ?? '';
      expect([status, rank !== null, severity !== null]).toEqual([status, ['pre_charge', 'open'].includes(kind), ['disposed', 'inactive'].includes(kind)]);
    }
    const ranks = CHARGE_STATUSES.flatMap((status) => STATUS[status].rank ?? []);
    expect(new Set(ranks).size).toBe(ranks.length);
    const outcomes = CHARGE_STATUSES.filter((status) => classOf(status) === 'disposed').map((status) => STATUS[status].severity);
    expect(new Set(outcomes).size).toBe(outcomes.length);
  });
});
