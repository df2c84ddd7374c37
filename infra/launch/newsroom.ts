import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../process/command.ts';
import { step } from '../progress.mjs';
import { PATHS, ROOT } from './settings.ts';

/** A case shows a second or two after its article; the rest is for a machine that is busy. */
const CASE_TIMEOUT_MS = 30_000;
const POLL_MS = 200;

export type Newsroom = Readonly<{ env: NodeJS.ProcessEnv; queryUrl: string; say: (line: string) => void }>;

/**
 * Publishes the sample newsroom, once for each database, and waits until there is a case to look at. Published again it
 * would change nothing; it is left out to save time. That it failed is told and is no reason to stop a system that runs.
 */
export async function publishNewsroom({ env, queryUrl, say }: Newsroom): Promise<void> {
  const database = createHash('sha256').update(env['DATABASE_URL'] ?? '').digest('hex');
  if (existsSync(PATHS.newsroom) && readFileSync(PATHS.newsroom, 'utf8') === database) return;
  const { code, printed } = await step('Publishing the sample newsroom', () =>
    runCommand({ command: process.execPath, args: [join(ROOT, 'dist/apps/cli/src/main.js'), 'newsroom'], env }),
  );
  if (code !== 0) {
    say(`The sample newsroom could not be published, so there is no case to look at yet; it is tried again at the next start. The reason:\n${printed.trimEnd()}`);
    return;
  }
  writeFileSync(PATHS.newsroom, database);
  const isRead = await step('Reading it', () => firstCase(queryUrl));
  if (!isRead) say('No case shows yet: the extractor and the projector may still be at work; if none comes, their logs say why.');
}

async function firstCase(queryUrl: string): Promise<boolean> {
  for (const end = Date.now() + CASE_TIMEOUT_MS; Date.now() < end; await sleep(POLL_MS)) {
    const answer = await fetch(`${queryUrl}/v1/cases`).catch(() => undefined);
    const { cases = [] } = answer?.ok ? ((await answer.json()) as { cases?: unknown[] }) : {};
    if (cases.length > 0) return true;
  }
  return false;
}
