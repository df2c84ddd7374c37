import type { ChargeView } from './case-view.js';
import { dateOn, dayOn } from './days.js';
import { TRANSITIONS } from './lifecycle.js';
import type { RowStatus } from './lifecycle.js';
import type { LivedRow, Taken } from './row.js';
import { winnerOn } from './voices.js';
import type { Voice } from './voices.js';
import { APPEALED, APPELLANTS } from './vocabulary.js';
import type { Appealed, ChargeEvent } from './vocabulary.js';

export const voicesOf = (steps: readonly Taken[]): Voice[] => steps.flatMap(({ occurrence }) => occurrence.facts.flatMap(({ voices }) => voices));

const CONVICTED: readonly RowStatus[] = ['convicted', 'sentenced', 'pardoned'];
const CONVICTING: readonly ChargeEvent[] = ['plea_entered', 'convicted', 'sentenced'];

export function convictionOf({ status, basis, steps }: LivedRow): Pick<ChargeView, 'basis' | 'lesser'> {
  const told = steps.filter(({ occurrence: { event } }) => CONVICTING.includes(event));
  return { basis: CONVICTED.includes(status) ? basis : null, lesser: winnerOn(voicesOf(told), 'lesser') };
}

/** From the day on which it ended; of a vague one it cannot be told. */
export function refileByOf({ refile, status, steps }: LivedRow): string | null {
  const ended = steps.findLast(({ from, to }) => from !== to && to === status)?.occurrence;
  if (refile !== 'possible' || !ended || ended.refileYears === null || ended.vague) return null;
  return yearsAfter(dateOn(ended.occurredOn ?? ended.on), ended.refileYears);
}

/** The same day of a later year; of 29 February, where that year has none, the 28th. */
function yearsAfter(date: string, years: number): string {
  const later = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return Number.isNaN(dayOn(later)) ? later.replace(/29$/, '28') : later;
}

/** Of the latest appeal. What it can only be against goes without saying. */
export function appealOf({ appeal, status, steps }: LivedRow): Pick<ChargeView, 'appeal' | 'appealBy' | 'appealAgainst'> {
  if (appeal === 'none') return { appeal, appealBy: null, appealAgainst: null };
  const voices = voicesOf(steps.slice(Math.max(0, steps.findLastIndex(({ occurrence: { event } }) => event === 'appeal_filed'))).filter(({ occurrence: { event } }) => TRANSITIONS[event].appeal));
  const [by, against] = [winnerOn(voices, 'by'), winnerOn(voices, 'against')];
  return { appeal, appealBy: APPELLANTS.find((each) => each === by) ?? null, appealAgainst: APPEALED.find((each) => each === against) ?? ONLY_AGAINST[status] ?? null };
}

const ONLY_AGAINST: Readonly<Partial<Record<RowStatus, Appealed>>> = { convicted: 'conviction', acquitted: 'acquittal', dismissed: 'dismissal' };
