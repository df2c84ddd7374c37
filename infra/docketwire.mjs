#!/usr/bin/env node
// The command line, from a clone: installs and builds what is missing, then runs it on the pinned Node. Only what the
// command itself says goes to standard output.
import { installPackages, runPinned } from './install.mjs';

await installPackages(process.stderr);
runPinned('command-line.ts', process.argv.slice(2));
