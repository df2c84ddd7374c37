import { classOf } from '@docketwire/case';
import type { ChargeStatus, ChargeView, Evidence, Step } from '@docketwire/case';
import type { FollowUp } from '@docketwire/contracts';
import { dayOf } from '@docketwire/kernel';
import type { StoredCase } from '@docketwire/projection';
import { chargeBrief } from './case-shape.js';

/** Somebody was accused, or held, and nobody has reported what came of it. A conviction is an outcome; a stay is not, but says why nothing follows. */
const WAITING: ReadonlySet<ChargeStatus> = new Set(['arrested', 'charged', 'indicted', 'committed', 'pleaded', 'on_trial', 'mistrial', 'vacated']);

type Asked = Readonly<{ today: string; days: number; includePreCharge: boolean }>;

/** The charges of one case whose outcome is owed, the oldest first. */
export function followUpsIn({ caseId, view }: StoredCase, asked: Asked): readonly FollowUp[] {
  const owed = view.charges.filter((charge) => isWaiting(charge, asked)).flatMap((charge) => {
    const began = beganOn(charge, asked.today);
    const days = began === null ? 0 : dayOf(asked.today) - dayOf(began);
    return began !== null && days > asked.days ? [{ charge, began, days }] : [];
  });
  return owed.toSorted((a, b) => b.days - a.days).flatMap(({ charge, began, days }) => {
    const person = view.defendants.find(({ id }) => id === charge.defendant);
    const step = charge.steps.at(-1);
    if (!person || !step) return [];
    const { id, name, status } = person;
    return [{ case: caseId, defendant: { id, name, status }, charge: chargeBrief(charge), began, days, last: { event: step.event, holdsFrom: step.holdsFrom, reported: lastReported(step) } }];
  });
}

function isWaiting({ status, refiledAs }: ChargeView, { includePreCharge }: Asked): boolean {
  return refiledAs === null && WAITING.has(status) && (includePreCharge || classOf(status) !== 'pre_charge');
}

/** What was only announced, without a date, began no earlier than it was announced. */
function beganOn({ steps }: ChargeView, today: string): string | null {
  const [first] = steps;
  if (!first || first.holdsFrom <= today) return first?.holdsFrom ?? null;
  return datesOf(first.evidence)[0] ?? null;
}

const datesOf = (evidence: readonly Evidence[]): readonly string[] => evidence.map(({ reported }) => reported).toSorted();
const lastReported = ({ evidence }: Step): string | null => datesOf(evidence).at(-1) ?? null;
