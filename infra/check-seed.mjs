#!/usr/bin/env node
// `npm run check:seed -- FILE`: publishes a story into a running system and compares what became of it with what must.
import { installPackages, runPinned } from './install.mjs';

await installPackages(process.stderr);
runPinned('check-seed.ts', process.argv.slice(2));
