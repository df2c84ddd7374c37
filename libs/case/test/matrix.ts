import { isoOf } from '@docketwire/kernel';
import type { AssertionSet, CaseView, ChargeEvent, ChargeStatus, RowStatus } from '../src/index.js';
import { see, told, twice } from './news.js';

/** How a charge comes to each status, in steps a month apart, each told by two agencies. */
export const ROUTES: Readonly<Record<RowStatus, readonly ChargeEvent[]>> = {
  '(none)': [],
  under_investigation: ['investigated'],
  arrested: ['arrested'],
  declined: ['arrested', 'declined'],
  charged: ['charged'],
  indicted: ['charged', 'indicted'],
  committed: ['charged', 'committed'],
  pleaded: ['charged', 'plea_entered'],
  on_trial: ['charged', 'trial_started'],
  mistrial: ['charged', 'trial_started', 'mistrial'],
  convicted: ['charged', 'convicted'],
  sentenced: ['charged', 'convicted', 'sentenced'],
  acquitted: ['charged', 'acquitted'],
  not_responsible: ['charged', 'not_responsible'],
  dismissed: ['charged', 'dismissed'],
  stayed: ['charged', 'stayed'],
  diverted: ['charged', 'diverted'],
  vacated: ['charged', 'convicted', 'vacated'],
  pardoned: ['charged', 'convicted', 'pardoned'],
  abated: ['charged', 'abated'],
  transferred: ['charged', 'transferred'],
  superseded: ['charged', 'superseded'],
  unknown: ['custody_changed'],
};

/** What one more event does to a charge: whether it is believed, what it infers, where the charge stands then. */
export type Cell = Readonly<{ status: ChargeStatus | '(none)'; anomaly: boolean; inferred: readonly ChargeEvent[]; opened: number; moved: boolean }>;

const FIRST_OF_2023 = 19_358;
const MONTH = 31;

const standings = new Map<RowStatus, CaseView>();

/** Each is the start of a row of cells. */
function standingAt(status: RowStatus): CaseView {
  const seen = standings.get(status) ?? see(lived(ROUTES[status]));
  standings.set(status, seen);
  return seen;
}

export function cellOf(from: RowStatus, event: ChargeEvent): Cell {
  const route = ROUTES[from];
  const [before, after] = [standingAt(from), see(lived([...route, event]))];
  const last = after.charges.at(-1);
  const steps = after.charges.flatMap((charge) => charge.steps.slice(before.charges.find(({ id }) => id === charge.id)?.steps.length ?? 0));
  return {
    status: last?.status ?? '(none)',
    anomaly: after.anomalies.length > 0,
    inferred: steps.filter((step) => step.inferred && step.event !== event).map((step) => step.event),
    opened: after.charges.length - Math.max(1, before.charges.length),
    moved: steps.some(({ from: old, to }) => old !== to && to !== 'unknown'),
  };
}

export function lived(events: readonly ChargeEvent[]): AssertionSet[] {
  return events.flatMap((event, month) => twice(told(event, isoOf(FIRST_OF_2023 + month * MONTH), { value: event === 'plea_entered' ? 'guilty' : '' })));
}
