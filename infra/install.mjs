// Runs on any Node from 20.19: it brings the packages, among them the Node that everything else runs on.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './progress.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PINNED_NODE = join(ROOT, 'node_modules/node/bin/node');
const OLDEST_NODE = [20, 19];
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** kafkajs sets timers in the past, which Node 24 remarks upon in every process; Node makes them 1 ms, as kafkajs means it. */
const QUIET = '--disable-warning=TimeoutNegativeWarning';
/** How often we look whether npm, which started us, is still there. */
const PARENT_POLL_MS = 500;

/**
 * Whether this Node is too old even to install with.
 * @param {string} version such as v20.19.0
 */
export function isTooOld(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

/**
 * Whether what stands in node_modules is what package-lock.json asks for. npm writes its own list there as its last
 * step, so an installation that was cut short never looks complete, and one made by hand is not made again.
 * @param {string} root
 */
export function isInstalled(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(join(root, 'node_modules/node/bin/node'))) return false;
  const found = packagesIn(installed);
  // Packages for other machines are optional and not there; those that are there must be the right ones.
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || (found[path] ? found[path].version === version : optional === true),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Installs the packages if need be. What it prints goes to `out`, so that a command's own output stays clean.
 * @param {NodeJS.WriteStream} out
 */
export async function installPackages(out) {
  if (isTooOld(process.version)) refuse(`Docketwire needs Node ${OLDEST_NODE.join('.')} or later to install itself, and this is ${process.version}: install a newer Node, then try again.`);
  if (isInstalled(ROOT)) return;
  const { code, printed } = await step('Installing packages', runNpm, out);
  if (code !== 0) refuse(`npm could not install the packages; check the network and npm's settings, then try again. It said:\n${printed.trimEnd()}`);
  if (!existsSync(PINNED_NODE)) refuse('npm did not run the install scripts that bring the pinned Node: allow them with "npm config set ignore-scripts false", remove node_modules, then try again.');
}

/**
 * npm takes its time to heed a Ctrl-C, and the install scripts that it runs do not hear of one; so they are all in a
 * process group that is ended at once. What is half installed is never taken for installed.
 * @returns {Promise<{ code: number | null, printed: string }>}
 */
function runNpm() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, detached: true, stdio: /** @type {const} */ (['ignore', 'pipe', 'pipe']) };
  const child = npm?.endsWith('.js') ? spawn(process.execPath, [npm, ...args], options) : spawn('npm', args, options);
  const release = onSignals((signal) => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
    process.exit(exitCode(null, signal));
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  return new Promise((resolve) => {
    child.once('error', () => refuse('npm is missing: install it (it comes with Node), then try again.'));
    child.once('close', (code) => {
      release();
      resolve({ code, printed });
    });
  });
}

/**
 * Runs a script of this folder on the pinned Node, with the same terminal, and ends as it ends. The channel tells the
 * script at once when we are gone.
 * @param {string} script
 * @param {readonly string[]} args
 */
export function runPinned(script, args) {
  const path = [dirname(PINNED_NODE), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(PINNED_NODE, [join(ROOT, 'infra', script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${QUIET}`.trim() },
  });
  onSignals((signal) => void child.kill(signal));
  child.once('error', (error) => refuse(`The pinned Node did not start (${error.message}): remove node_modules, then try again.`));
  child.once('exit', (code, signal) => process.exit(exitCode(code, signal)));
}

/**
 * Calls `heed` for every signal that asks us to end. A shell between npm and us may die of one without passing it on:
 * then we have another parent all at once, which counts as SIGTERM. Returns what undoes it.
 * @param {(signal: (typeof SIGNALS)[number]) => void} heed
 */
function onSignals(heed) {
  const parent = process.ppid;
  const watching = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && heed('SIGTERM'), PARENT_POLL_MS).unref();
  for (const signal of SIGNALS) process.on(signal, heed);
  return () => {
    clearInterval(watching);
    for (const signal of SIGNALS) process.off(signal, heed);
  };
}

/**
 * As a shell writes it: 128 and the signal's number.
 * @param {number | null} code
 * @param {keyof typeof constants.signals | null} signal
 */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
