import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, runs } from './running.ts';

/** What a pid file says: who runs, how its command line is recognised, and the signal that ends it cleanly. */
export type Running = Readonly<{ pid: number; mark: string; signal: NodeJS.Signals }>;

/** A server that a dead launcher left behind gets this long for a clean end; after it the next start would be late. */
const ORPHAN_GRACE_MS = 3_000;

export function writePidFile(file: string, running: Running): void {
  writeFileSync(file, JSON.stringify(running));
}

/** Returns undefined when there is no file, or when a crash left half of one. */
export function readPidFile(file: string): Running | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { pid, mark, signal } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Running>;
    return pid && mark && signal ? { pid, mark, signal } : undefined;
  } catch {
    return undefined;
  }
}

/** Ends every process that a pid file of this folder names and that still is what the file says; returns their names. */
export async function endOrphans(dir: string): Promise<string[]> {
  const files = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.pid')) : [];
  const ended = await Promise.all(files.map((name) => endOrphan(join(dir, name))));
  return files.filter((_, i) => ended[i]).map((name) => name.slice(0, -'.pid'.length));
}

async function endOrphan(file: string): Promise<boolean> {
  const running = readPidFile(file);
  const isOrphan = running !== undefined && runs(running.pid, running.mark);
  if (isOrphan) await endProcess(running, ORPHAN_GRACE_MS);
  rmSync(file, { force: true });
  return isOrphan;
}
