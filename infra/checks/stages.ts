import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../launch/build.ts';
import { ROOT } from '../launch/settings.ts';
import { runCommand } from '../process/command.ts';
import { countSpecs } from './spec-report.ts';

export type Count = Readonly<{ passed: number; failed: number }>;

/** One step of the checks. That it throws counts as one failure. */
export type Stage = Readonly<{ name: string; run: () => Promise<Count> }>;

/** Far above what a stage needs; a hanging one must not keep the closing line from being printed within half an hour. */
const COMMAND_TIMEOUT_MS = 3 * 60_000;
const SPECS_TIMEOUT_MS = 22 * 60_000;

/** A program that passes or fails as a whole. */
export function commandStage(name: string, command: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const { code } = await runCommand({ command, args, env: process.env, show: true, timeoutMs: COMMAND_TIMEOUT_MS });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

export const buildStage: Stage = {
  name: 'build',
  run: async () => {
    await buildIfStale();
    return { passed: 1, failed: 0 };
  },
};

/** A project of vitest.config.ts, counted spec by spec. */
export function specStage(project: string): Stage {
  return { name: `${project} specs`, run: () => runSpecs(project) };
}

async function runSpecs(project: string): Promise<Count> {
  const dir = mkdtempSync(join(tmpdir(), 'docketwire-report-'));
  const report = join(dir, 'report.json');
  try {
    const { code } = await runCommand({
      command: process.execPath,
      args: [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      env: process.env,
      show: true,
      timeoutMs: SPECS_TIMEOUT_MS,
    });
    return countSpecs(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
