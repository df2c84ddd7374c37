// `npm test` (all) and `npm run verify`: every check in one run, and at the very end one line, `N passed, N failed`.
import { join } from 'node:path';
import { buildStage, commandStage, specStage, type Count, type Stage } from './checks/stages.ts';
import { ROOT } from './launch/settings.ts';

const BIN = join(ROOT, 'node_modules/.bin');
/** What a machine does without a server: the same as `npm run verify`. */
const VERIFY: readonly Stage[] = [
  commandStage('types', process.execPath, [join(ROOT, 'node_modules/typescript7/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']),
  commandStage('lint', join(BIN, 'oxlint'), []),
  commandStage('unused code', join(BIN, 'knip'), []),
  specStage('unit'),
];
/** Flows start the apps from dist. */
const SERVERS: readonly Stage[] = [buildStage, specStage('servers')];

process.chdir(ROOT);
// The process that started us is gone: whatever runs ends with us.
process.on('disconnect', () => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const startedAt = Date.now();
const stages = process.argv[2] === 'verify' ? VERIFY : [...VERIFY, ...SERVERS];
const total = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const stage of stages) {
  const { passed, failed, seconds } = await timed(stage);
  total.passed += passed;
  total.failed += failed;
  lines.push(`  ${failed === 0 ? 'ok    ' : 'FAILED'}  ${stage.name} (${passed} passed, ${failed} failed, ${seconds} s)`);
}
process.stdout.write(`\nNode ${process.version}, ${secondsSince(startedAt)} s in all:\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);

async function timed(stage: Stage): Promise<Count & { seconds: string }> {
  const stageStartedAt = Date.now();
  process.stdout.write(`\n▸ ${stage.name}\n`);
  const count = await stage.run().catch((error: unknown): Count => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  });
  process.stdout.write(`▸ ${stage.name}: ${count.failed === 0 ? 'ok' : 'FAILED'} after ${secondsSince(stageStartedAt)} s\n`);
  return { ...count, seconds: secondsSince(stageStartedAt) };
}

function secondsSince(time: number): string {
  return ((Date.now() - time) / 1_000).toFixed(1);
}
