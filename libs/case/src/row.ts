import type { Day } from '@docketwire/kernel';
import { listed } from './list.js';
import type { List } from './list.js';
import type { RowStatus } from './lifecycle.js';
import type { Occurrence } from './occurrence.js';
import type { Appeal, Basis, ChargeStatus, Plea, Refile } from './vocabulary.js';

/** A step that a charge took. */
export type Taken = Readonly<{ occurrence: Occurrence; from: RowStatus; to: RowStatus }>;

/** One charge of a chain, as it stands after the steps so far. */
export type Row = Readonly<{
  /** Its place in the chain, from 1. */
  n: number;
  /** The counts that were split off it by name (`1,3`); null for the charge itself. */
  part: string | null;
  status: RowStatus;
  plea: Plea;
  basis: Basis | null;
  /** How many trials have begun. */
  trialNo: number;
  refile: Refile | null;
  appeal: Appeal;
  countsDismissed: number;
  /** Where it goes back to when a stay is resumed, a dismissal reversed or a conviction reinstated. */
  prior: readonly ChargeStatus[];
  /** How well the present status is proved, and since when it holds. */
  weight: number;
  movedOn: Day | null;
  refiles: number | null;
  refiledAs: number | null;
  /** What carries it on: the next of its chain, or the charge of another offence. */
  carriedBy: number | string | null;
  steps: List<Taken>;
}>;

/** A charge, those of its chain that ended before it (the latest last), and what was split off them by name. */
export type Rows = Readonly<{ top: Row; earlier: List<Row>; parts: List<Row> }>;

/** A charge at the end of a fold. */
export type LivedRow = Omit<Row, 'steps'> & Readonly<{ steps: readonly Taken[] }>;

export function openRow(n: number): Row {
  return {
    n, part: null, status: '(none)', plea: 'none', basis: null, trialNo: 0, refile: null, appeal: 'none', countsDismissed: 0,
    prior: [], weight: 0, movedOn: null, refiles: null, refiledAs: null, carriedBy: null, steps: null,
  };
}

export const UNTOLD: Rows = { top: openRow(1), earlier: null, parts: null };

/** In the order of the chain, and what was split off a charge behind it. */
export function livedRows({ top, earlier, parts }: Rows): LivedRow[] {
  const split = listed(parts);
  return [...listed(earlier), top]
    .flatMap((row) => [row, ...split.filter(({ n }) => n === row.n)])
    .map((row) => ({ ...row, steps: listed(row.steps) }));
}
