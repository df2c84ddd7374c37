// What `npm run docketwire -- …` runs on the pinned Node: the built command line, built first if a source is newer.
import { join } from 'node:path';
import { buildIfStale } from './launch/build.ts';
import { ROOT } from './launch/settings.ts';
import { Refusal } from './refusal.ts';

try {
  await buildIfStale(process.stderr);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const main = join(ROOT, 'dist/apps/cli/src/main.js');
process.argv[1] = main;
process.channel?.unref();
await import(main);
