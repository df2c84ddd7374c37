// `npm run bench`: builds what it measures, measures it, and says how long that took.
import './run-built.mjs';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../launch/build.ts';
import { ROOT } from '../launch/settings.ts';
import { Refusal } from '../refusal.ts';
import { FULL, SHORT } from './sizes.ts';

const USAGE = `usage: npm run bench [-- OPTIONS]

  --full     larger sizes and more rounds: about ten minutes instead of one
  --write    write the table to docs/benchmarks.md too
  --only X   only the parts named, with commas between: pure, plain, cases, http, latency
`;

process.chdir(ROOT);
process.on('disconnect', () => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const { values } = readArguments();
try {
  await buildIfStale();
  // Only now: it imports what was built.
  const { bench } = await import('./bench.ts');
  await bench({ sizes: values.full ? FULL : SHORT, write: values.write, only: values.only?.split(',') });
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ options: { full: { type: 'boolean', default: false }, write: { type: 'boolean', default: false }, only: { type: 'string' } } });
  } catch {
    process.stderr.write(USAGE);
    process.exit(2);
  }
}
