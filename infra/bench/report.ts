import type { Machine } from './machine.ts';
import { isReached, rounded } from './row.ts';
import type { Goal, Row } from './row.ts';
import type { Sizes } from './sizes.ts';

export type Report = Readonly<{ sizes: Sizes; machine: Machine; rows: readonly Row[]; seconds: number; command: string }>;

const HEAD = ['measured', 'ours', 'beside it', 'figure', 'goal', ''];

/** For a terminal: columns of equal width. */
export function textOf({ machine, rows, seconds, sizes }: Report): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  return [...lines, '', ...machineLines(machine), `${sizes.name} mode, ${seconds.toFixed(0)} s in all`].join('\n');
}

/** For docs/benchmarks.md: the table, and under it what each line measured. */
export function markdownOf(report: Report): string {
  const { machine, rows, seconds, sizes, command } = report;
  const table = [HEAD, HEAD.map(() => '---'), ...rows.map(cellsOf)].map((row) => `| ${row.join(' | ')} |`);
  return `${[
    '# Benchmarks',
    '',
    `Written by \`${command}\`. Peers are measured in the same run, their rounds between ours, on the same servers; a figure is the median of its rounds (a ratio: of the rounds' ratios). Absolute figures are this machine's, and its other work shows in them: compare the ratios.`,
    '',
    ...table,
    '',
    '## What each line measures',
    '',
    ...rows.map(({ what, how }) => `- **${what}**: ${how}`),
    '',
    '## Machine',
    '',
    ...machineLines(machine).map((line) => `- ${line}`),
    `- ${sizes.name} mode, ${seconds.toFixed(0)} s in all`,
  ].join('\n')}\n`;
}

function cellsOf({ what, ours, beside, figure, goal }: Row): string[] {
  const reached = goal && figure ? (isReached(goal, figure.value) ? 'reached' : 'MISSED') : '';
  return [what, ours, beside, figure ? `${rounded(figure.value)}${figure.unit}` : '', goal ? goalText(goal) : '', reached];
}

function goalText(goal: Goal): string {
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function machineLines({ versions, cpu, load, fsyncPerSecond }: Machine): string[] {
  return [
    `${cpu.count} × ${cpu.model}; load average ${load.before.map(rounded).join(' ')} before, ${load.after.map(rounded).join(' ')} after`,
    `${rounded(fsyncPerSecond)} fsyncs of 8 KiB a second`,
    Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', '),
  ];
}
