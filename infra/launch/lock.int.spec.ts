import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeRunDir } from '../../test/support/run-dir.ts';
import { commandLine } from '../process/running.ts';
import { takeLock } from './lock.ts';

const dir = makeRunDir();
const file = join(dir, 'start.lock');
/** This process lives; a part of its command line is its mark. */
const living = { pid: process.pid, mark: commandLine(process.pid) ?? '', signal: 'SIGTERM' } as const;

describe('the lock of a start', () => {
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('goes to the first and names him to the second', () => {
    expect(takeLock(file, living)).toBeUndefined();
    expect(takeLock(file, { ...living, pid: 1 })).toEqual(living);
  });

  it('is free again when the number of its process belongs to another program', () => {
    takeLock(file, { ...living, mark: 'a program that was here before the reboot' });
    expect(takeLock(file, living)).toBeUndefined();
    expect(takeLock(file, living)).toEqual(living);
  });

  it('is free when a crash left half a file', () => {
    takeLock(file, living);
    writeFileSync(file, '{"pid":');
    expect(takeLock(file, living)).toBeUndefined();
  });
});
