import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { writePidFile } from './pid-file.ts';
import { signalProcess } from './running.ts';

export type ChildOptions = Readonly<{
  command: string;
  args: readonly string[];
  /** What its command line contains and no other program's does, such as the path of its data folder. */
  mark: string;
  logFile: string;
  pidFile: string;
  env?: NodeJS.ProcessEnv;
  /** The signal that asks it to end cleanly; Postgres needs SIGINT, since SIGTERM waits for its clients. */
  signal?: NodeJS.Signals;
  account?: Readonly<{ uid: number; gid: number }>;
}>;

export type Exit = Readonly<{ code: number | null; signal: NodeJS.Signals | null }>;

export type Child = Readonly<{
  pid: number;
  exited: Promise<Exit>;
  isAlive: () => boolean;
  /** Asks it to end and, after `graceMs`, makes it. */
  stop: (graceMs: number) => Promise<Exit>;
  /** Sends any signal, such as SIGKILL, and waits until it has ended. */
  kill: (signal: NodeJS.Signals) => Promise<Exit>;
}>;

/** If this process ends on any way that stops nobody, such as an uncaught error, its children still must not stay. */
const living = new Set<number>();
process.once('exit', () => {
  for (const pid of living) killGroup(pid);
});

/**
 * Starts a long-running program in a process group of its own: a Ctrl-C in the terminal then reaches only us, and we
 * can stop the applications before the servers that they talk to.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const child = spawnLogged(options);
  const { promise: exited, resolve: settle } = Promise.withResolvers<Exit>();
  let isAlive = true;
  if (child.pid !== undefined) living.add(child.pid);
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const pid = child.pid as number;
  writePidFile(options.pidFile, { pid, mark: options.mark, signal: options.signal ?? 'SIGTERM' });
  child.once('exit', (code, signal) => {
    isAlive = false;
    living.delete(pid);
    rmSync(options.pidFile, { force: true });
    settle({ code, signal });
  });
  return {
    pid,
    exited,
    isAlive: () => isAlive,
    kill: (signal) => (signalProcess(pid, signal), exited),
    stop: (graceMs) => {
      if (isAlive) signalProcess(pid, options.signal ?? 'SIGTERM');
      const force = setTimeout(() => killGroup(pid), graceMs);
      return exited.finally(() => clearTimeout(force));
    },
  };
}

function spawnLogged({ command, args, env, account, logFile, pidFile }: ChildOptions): ReturnType<typeof spawn> {
  for (const file of [logFile, pidFile]) mkdirSync(dirname(file), { recursive: true });
  const log = openSync(logFile, 'a');
  try {
    return spawn(command, args, { env, ...account, detached: true, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

function killGroup(pid: number): void {
  signalProcess(-pid, 'SIGKILL');
}

/** The last lines of a log, to say why a server did not come up. */
export function logTail(file: string, lines = 5): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
