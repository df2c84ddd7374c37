import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often a process that we did not start is looked at while it ends: only its number tells us. */
const POLL_MS = 50;

/**
 * The command line of a living process, or undefined. A process id alone proves nothing: after a crash or a reboot
 * it may belong to another program, so nothing is ended before its command line was compared.
 */
export function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  } catch {
    return process.platform === 'linux' ? undefined : commandLineByPs(pid);
  }
}

/** macOS has no /proc. */
function commandLineByPs(pid: number): string | undefined {
  const { stdout, status } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() || undefined : undefined;
}

/** Whether the process `pid` lives and its command line contains `mark`. */
export function runs(pid: number, mark: string): boolean {
  return commandLine(pid)?.includes(mark) ?? false;
}

/** Sends a signal; that the process has just ended is no failure. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends a process that is not our child: politely first, by force after `graceMs`. */
export async function endProcess(target: Readonly<{ pid: number; mark: string; signal: NodeJS.Signals }>, graceMs: number): Promise<void> {
  const { pid, mark, signal } = target;
  for (const attempt of [signal, 'SIGKILL'] as const) {
    if (!runs(pid, mark)) return;
    signalProcess(pid, attempt);
    for (let waitedMs = 0; waitedMs < graceMs && runs(pid, mark); waitedMs += POLL_MS) await sleep(POLL_MS);
  }
}
