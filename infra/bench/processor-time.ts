import { readFileSync, readdirSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second on every Linux we know. */
const US_PER_TICK = 10_000;

type Stat = Readonly<{ parent: number; own: number; ofEnded: number }>;

/**
 * Processor time (µs) that a process and its children, the ended ones too, have used until now: for Postgres, the
 * postmaster and all its backends. Null where the system has no /proc.
 */
export function processorTime(pid: number): number | null {
  const root = statOf(String(pid));
  if (!root) return null;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => statOf(name) ?? []).filter(({ parent }) => parent === pid);
  return (root.own + root.ofEnded + children.reduce((sum, { own }) => sum + own, 0)) * US_PER_TICK;
}

/** Fields 4 and 14 to 17 of proc(5), counted after the name, which may hold spaces. */
function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const field = (number: number): number => fields[number - 3] ?? 0;
    return { parent: field(4), own: field(14) + field(15), ofEnded: field(16) + field(17) };
  } catch {
    // It ended between the listing and the look.
    return null;
  }
}
