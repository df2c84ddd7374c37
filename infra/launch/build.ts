import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/command.ts';
import { step } from '../progress.mjs';
import { Refusal } from '../refusal.ts';
import { ROOT } from './settings.ts';

/** Written after a build that went well: its time is compared with the sources'. */
const STAMP = join(ROOT, 'dist/.built');
const SOURCES = ['apps', 'libs', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** Whether dist is what the sources say. A folder's own time tells of files removed from it. */
export function isBuilt(): boolean {
  return existsSync(STAMP) && statSync(STAMP).mtimeMs >= Math.max(...SOURCES.map((path) => newest(join(ROOT, path))));
}

function newest(path: string): number {
  const stat = statSync(path);
  const inside = stat.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(stat.mtimeMs, ...inside);
}

/** Compiles all apps and rooms into dist, if any source is newer. */
export async function buildIfStale(out: NodeJS.WriteStream = process.stdout): Promise<void> {
  if (isBuilt()) return;
  const begunAt = new Date();
  const { code, printed } = await step('Building', compile, out);
  if (code !== 0) throw new Refusal(`The build failed; mend what it names, or check out a clean copy:\n${printed.trimEnd()}`);
  writeFileSync(STAMP, begunAt.toISOString());
}

/** One project's build compiles everything: they share tsconfig.build.json. */
function compile(): ReturnType<typeof runCommand> {
  return runCommand({ command: process.execPath, args: [join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'query'] });
}
