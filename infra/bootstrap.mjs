// What `npm start`, `npm test` and `npm run verify` call: installs what is missing, then goes on under the pinned Node.
import { installPackages, runPinned } from './install.mjs';

const SCRIPTS = { start: ['start.ts'], test: ['test.ts', 'all'], verify: ['test.ts', 'verify'] };

const [task = '', ...args] = process.argv.slice(2);
const [script, ...first] = SCRIPTS[/** @type {keyof typeof SCRIPTS} */ (task)] ?? [];
if (!script) {
  process.stderr.write(`usage: node infra/bootstrap.mjs ${Object.keys(SCRIPTS).join('|')}\n`);
  process.exit(2);
}
await installPackages(process.stdout);
runPinned(script, [...first, ...args]);
