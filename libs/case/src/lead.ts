import { SAME_STEP_DAYS } from './clustering.js';
import { STATUS, classOf, isTimeless } from './lifecycle.js';
import type { StatusClass } from './lifecycle.js';
import { by } from './order.js';
import type { LivedRow, Taken } from './row.js';
import type { ChargeStatus, Custody } from './vocabulary.js';
import { CUSTODIES } from './vocabulary.js';

/** A charge as the derivation sees it. */
export type LeadRow = Readonly<{ id: string; row: LivedRow }>;

export type Lead = Readonly<{ status: ChargeStatus; leadCharge: string | null; tally: Readonly<Record<string, number>>; mixed: boolean }>;

type Live = Readonly<{ id: string; row: LivedRow; status: ChargeStatus; class: StatusClass }>;

/** What an editor would name first. */
const LEADING: readonly StatusClass[] = ['open', 'inactive', 'disposed', 'pre_charge'];

/** Before a verdict: where a charge may be forgotten once another one of the same person was sentenced. */
const FORGETTABLE: readonly ChargeStatus[] = ['charged', 'indicted', 'committed', 'pleaded', 'on_trial'];

/**
 * One status for a defendant with several charges: what is still open (the furthest first), else what is halted, else
 * the gravest outcome, else what came before any charge. Never said without the tally.
 */
export function leadOf(rows: readonly LeadRow[]): Lead {
  const live = rows.flatMap(asLive);
  const unresolved = new Set(live.filter((charge) => isForgotten(charge, live)));
  const leading = live.filter((charge) => !unresolved.has(charge));
  const lead = LEADING.flatMap((each) => first(leading.filter((charge) => charge.class === each)) ?? [])[0];
  const tally: Record<string, number> = {};
  for (const charge of live) {
    const word = unresolved.has(charge) ? 'unresolved' : charge.status;
    tally[word] = (tally[word] ?? 0) + 1;
  }
  return { status: lead?.status ?? 'unknown', leadCharge: lead?.id ?? null, tally, mixed: Object.keys(tally).length > 1 };
}

/** Charges that nothing else carries on. */
function asLive({ id, row }: LeadRow): Live[] {
  const status = row.status === '(none)' ? 'unknown' : row.status;
  const live = { id, row, status, class: STATUS[status].class };
  return live.class === 'carried' || row.refiledAs !== null ? [] : [live];
}

const weightIn = ({ status }: Live): number => STATUS[status].rank ?? STATUS[status].severity ?? 0;
/** Of equals, the first in the order of the view: by offence, then place in the chain. */
const first = (charges: readonly Live[]): Live | undefined => charges.toSorted(by((charge) => -weightIn(charge)))[0];

/** The person was sentenced for another charge, and of this one nothing was heard in the week before or since: nobody will report its end. */
function isForgotten(charge: Live, all: readonly Live[]): boolean {
  if (!FORGETTABLE.includes(charge.status)) return false;
  const lastHeard = Math.max(-Infinity, ...charge.row.steps.filter(isOfTheCharge).map(({ occurrence }) => occurrence.on));
  const sentences = all.filter((other) => other !== charge).flatMap(({ row }) => row.steps.filter(({ from, to }) => to === 'sentenced' && from !== to));
  return sentences.some(({ occurrence }) => lastHeard < occurrence.on - SAME_STEP_DAYS);
}

/** Says something of the charge, and not only of where the person is. */
function isOfTheCharge({ occurrence: { event }, from, to }: Taken): boolean {
  return !isTimeless(event) && !(event === 'arrested' && from === to);
}

/** Where the person is, as the latest step of any charge tells it. */
export function custodyOf(rows: readonly LivedRow[]): Custody {
  const told = rows.flatMap(({ steps }) => steps).flatMap(({ occurrence: { event, value, on } }) => {
    const custody = event === 'custody_changed' ? CUSTODIES.find((each) => each === value) : event === 'arrested' || event === 'extradited' ? 'in_custody' : undefined;
    return custody ? [{ on, custody, word: event === 'custody_changed' }] : [];
  });
  /* Of one day, the word of the court counts after the arrest that brought the person there. */
  return told.toSorted(by(({ on }) => on, ({ word }) => word, ({ custody }) => custody)).at(-1)?.custody ?? 'unknown';
}

/** Whether a status still keeps the case at work, for the state of the case as a whole. */
export const classesOf = (rows: readonly LivedRow[]): Set<StatusClass | null> =>
  new Set(rows.filter(({ refiledAs }) => refiledAs === null).map(({ status }) => (status === '(none)' ? 'unknown' : classOf(status))));
