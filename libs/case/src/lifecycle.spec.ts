import { describe, expect, it } from 'vitest';
import { ROUTES, cellOf, lived } from '../test/matrix.js';
import { see } from '../test/news.js';
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

/** What the table does not allow, and what contradicts nothing: a line of the timeline. */
const isLine = (status: RowStatus, event: ChargeEvent): boolean => {
  if (event === 'investigated') return ['pre_charge', 'open'].includes(classOf(status) ?? '') || isCarried(status);
  return event === 'arrested' || (TRANSITIONS[event].to === status && !isCarried(status));
};

const isCarried = (status: RowStatus): boolean => status === 'superseded' || status === 'transferred';
/** What happens to a charge that another carries on happens to that one, which goes on as charged. */
const heir = (status: RowStatus): RowStatus => (isCarried(status) ? 'charged' : status);
/** Where the next charge begins: moved, it goes on; replaced, its own course begins, unless it was only accused so far. */
const carriedAs = (status: RowStatus, event: ChargeEvent): RowStatus => (event === 'transferred' || ['indicted', 'committed'].includes(status) ? status : 'charged');

/** What the table does not allow and the view infers a way to; all that is not named here must be an anomaly. */
const INFERRED: Partial<Record<RowStatus, Inferences>> = {
  '(none)': IF_UNCHARGED, under_investigation: IF_UNCHARGED, arrested: IF_UNCHARGED,
  charged: IF_PENDING, indicted: IF_PENDING, committed: IF_PENDING, pleaded: IF_PENDING, on_trial: IF_PENDING, mistrial: IF_PENDING, vacated: IF_PENDING,
  dismissed: IF_ENDED, declined: IF_ENDED, stayed: IF_ENDED,
};

describe('the lifecycle', () => {
  it('has a route to every status', () => {
    for (const status of FROM) expect(cellOf(status, 'motion_denied')).toMatchObject({ status: status === '(none)' ? 'unknown' : heir(status), anomaly: false });
    expect(see(lived(ROUTES.superseded)).charges[0]?.status).toBe('superseded');
    expect(see(lived(ROUTES.transferred)).charges[0]?.status).toBe('transferred');
  });

  it.each(CELLS.filter(([status, event]) => allows(heir(status), event)))('%s: %s is believed, and leads where the table says', (from, event) => {
    const { to } = TRANSITIONS[event];
    const status = heir(from);
    const expected = to === '(same)' ? (status === '(none)' ? 'unknown' : status) : to.startsWith('(prior') ? PRIOR[status] : to === '(successor charge)' ? 'charged' : isCarried(to as RowStatus) ? carriedAs(status, event) : to;
    expect(cellOf(from, event)).toMatchObject({ status: expected, anomaly: false, inferred: [], opened: event === 'refiled' || isCarried(to as RowStatus) ? 1 : 0 });
  });

  it.each(CELLS.filter(([status, event]) => !allows(heir(status), event) && !isLine(status, event)))('%s: %s is an anomaly, unless it implies what is missing', (from, event) => {
    const status = heir(from);
    const inferred = INFERRED[status]?.[event];
    expect(cellOf(from, event)).toMatchObject(inferred ? { anomaly: false, inferred } : { anomaly: true, inferred: [], status, moved: false });
  });

  it.each(CELLS.filter(([status, event]) => !allows(heir(status), event) && isLine(status, event)))('%s: %s is a line of the timeline and moves nothing', (status, event) => {
    expect(cellOf(status, event)).toMatchObject({ status: heir(status), anomaly: false, inferred: [], opened: 0, moved: false });
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
