import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans } from '../../infra/process/pid-file.ts';
import { commandLine } from '../../infra/process/running.ts';

/** The name goes on with the id of the process that uses the folder, so that another run sees whether it still does. */
const PREFIX = 'docketwire-test-';

/** A folder for servers that this process starts: their pid files belong into it, not below. */
export function makeRunDir(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** A process that was killed could not stop its servers: ends those whose owner is gone, and removes their folders. */
export async function sweepRunDirs(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX) && !isOwned(name)).map((name) => join(tmpdir(), name));
  for (const dir of left.filter((each) => statSync(each).uid === process.getuid?.())) {
    await endOrphans(dir);
    rmSync(dir, { recursive: true, force: true });
  }
}

function isOwned(name: string): boolean {
  return commandLine(Number.parseInt(name.slice(PREFIX.length), 10)) !== undefined;
}
