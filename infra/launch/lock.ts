import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPidFile, type Running } from '../process/pid-file.ts';
import { runs } from '../process/running.ts';

/**
 * Takes the lock for `owner`, or returns the living process that holds it. A file whose process is gone, or whose
 * number another program has by now, is no lock.
 */
export function takeLock(file: string, owner: Running): Running | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const holder = readPidFile(file);
  if (holder && runs(holder.pid, holder.mark)) return holder;
  rmSync(file, { force: true });
  try {
    // `wx`: of two that start at the same moment, one makes the file.
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' });
    return undefined;
  } catch (error) {
    const winner = readPidFile(file);
    if (winner) return winner;
    throw error;
  }
}

export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}
