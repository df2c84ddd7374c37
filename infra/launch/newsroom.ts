import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/command.ts';
import { step } from '../progress.mjs';
import { PATHS, ROOT } from './settings.ts';

/**
 * Publishes the sample newsroom, once for each database. Published again it would change nothing; it is left out to
 * save time. That it failed is told and is no reason to stop a system that runs.
 */
export async function publishNewsroom(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const database = createHash('sha256').update(env['DATABASE_URL'] ?? '').digest('hex');
  if (existsSync(PATHS.newsroom) && readFileSync(PATHS.newsroom, 'utf8') === database) return;
  const { code, printed } = await step('Publishing the sample newsroom', () =>
    runCommand({ command: process.execPath, args: [join(ROOT, 'dist/apps/cli/src/main.js'), 'newsroom'], env }),
  );
  if (code === 0) writeFileSync(PATHS.newsroom, database);
  else say(`The sample newsroom could not be published, so there is no case to look at yet; it is tried again at the next start. The reason:\n${printed.trimEnd()}`);
}
