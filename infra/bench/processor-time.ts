import { readFileSync, readdirSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second on every Linux we know. */
const US_PER_TICK = 10_000;
const LOOKS = 20;

type Stat = Readonly<{ parent: number; own: number; ofEnded: number }>;

/**
 * Processor time (µs) that a process and its children, the ended ones too, have used until now: for Postgres, the
 * postmaster and all its backends. Null where the system has no /proc.
 */
export function processorTime(pid: number): number | null {
  for (let look = 0; look < LOOKS; look += 1) {
    const [root, children, again] = [statOf(String(pid)), childrenOf(pid), statOf(String(pid))];
    if (!root || !again) return null;
    // A child that ended meanwhile is in neither sum, or in both.
    if (root.ofEnded === again.ofEnded) return (again.own + again.ofEnded + children.reduce((sum, { own }) => sum + own, 0)) * US_PER_TICK;
  }
  return null;
}

function childrenOf(pid: number): Stat[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => statOf(name) ?? []).filter(({ parent }) => parent === pid);
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
