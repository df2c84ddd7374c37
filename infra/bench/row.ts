/** A goal that a ratio must reach from above or from below. */
export type Goal = Readonly<{ atLeast: number }> | Readonly<{ atMost: number }>;

/** One line of the table. */
export type Row = Readonly<{
  what: string;
  ours: string;
  /** What stands beside it, measured in the same rounds; empty for a figure that is only told. */
  beside: string;
  /** What the goal is about: a ratio, or a figure in the unit named. */
  figure: Readonly<{ value: number; unit: string }> | null;
  goal: Goal | null;
  /** What exactly was measured. */
  how: string;
}>;

export function isReached(goal: Goal, value: number): boolean {
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

export const perSecond = (value: number): string => `${rounded(value)}/s`;
export const milliseconds = (value: number): string => `${rounded(value)} ms`;

/** Three digits that count; thousands apart. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 4 });
}
