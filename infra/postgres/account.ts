import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { Refusal } from '../refusal.ts';

export type Account = Readonly<{ uid: number; gid: number }>;

/** How to run a program of Postgres: under which account, and through which program. */
export type Launch = Readonly<{ command: string; args: readonly string[]; account?: Account }>;

/** In this order; no account is ever created on the machine for a trial. */
const ACCOUNTS = ['postgres', 'nobody'] as const;

/**
 * Postgres refuses to run as root. Started by root, it runs as the owner of its data, else as the system's own account
 * for it, else as `nobody`; anyone else runs it as himself.
 */
export function postgresAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataDir) && statSync(dataDir).uid !== 0) return statSync(dataDir);
  const account = ACCOUNTS.map(findAccount).find((found) => found !== undefined);
  if (!account) throw new Refusal('Postgres does not run as root, and there is no account "postgres" or "nobody" to run it as: start as another user, or set DATABASE_URL to use a Postgres of your own.');
  return account;
}

function findAccount(name: string): Account | undefined {
  const idOf = (flag: string): number => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}

/**
 * A clone in root's home, or in a folder made by mktemp, is closed to the other account. `setpriv` changes the account
 * and keeps root's right to pass through folders, so that nobody has to open them. Without the secure bit Postgres would
 * not believe it: the kernel would take that right away for the moment in which it asks whether its programs are there.
 */
export function launchAs(account: Account | undefined, program: string, args: readonly string[]): Launch {
  if (!account) return { command: program, args };
  if ([program, ...args.filter(isAbsolute)].every(isReachable)) return { command: program, args, account };
  if (spawnSync('setpriv', ['--version']).error) throw new Refusal('Postgres does not run as root, and its own account may not enter this folder: clone into a folder that all users may enter, such as /opt, or set DATABASE_URL to use a Postgres of your own.');
  const drop = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { command: 'setpriv', args: [...drop, program, ...args] };
}

/** Whether every user may pass through all the folders above. */
function isReachable(path: string): boolean {
  const parent = dirname(path);
  return parent === path || ((statSync(parent).mode & 0o001) !== 0 && isReachable(parent));
}
