import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startChild, logTail, type Child, type Exit } from '../../infra/process/child.ts';
import { freePorts } from '../../infra/process/port.ts';
import { waitUntilReady } from '../../infra/process/readiness.ts';

export type AppName = 'intake' | 'extractor' | 'projector' | 'query';

export type AppOptions = Readonly<{
  app: AppName;
  /** Where its log goes: a folder that the spec removes. */
  dir: string;
  /** Added to this process's own; at least DATABASE_URL and KAFKA_BROKERS. */
  env: Readonly<Record<string, string>>;
  /** Another program in its place; `dist/apps/<app>/src/main.js` unless given. */
  main?: string | undefined;
}>;

/** An app as a process of its own, run from `dist` as a user runs it: build first (`npm test` does). */
export type AppProcess = Readonly<{
  /** `http://127.0.0.1:<a free port>`, the same after a restart. */
  url: string;
  log: () => string;
  /** Sends the signal and waits for the end. */
  kill: (signal?: NodeJS.Signals) => Promise<Exit>;
  /** Starts again after `kill` and waits until it is ready. */
  restart: () => Promise<void>;
  /** The clean end; to be called in afterAll, also after `kill`. */
  stop: () => Promise<void>;
}>;

/** Longer than any app takes on a machine busy with other work. */
const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 5_000;

/** Starts an app and waits until `GET /readyz` answers 200. */
export async function startApp(options: AppOptions): Promise<AppProcess> {
  const [port = 0] = await freePorts(1);
  const logFile = join(options.dir, `${options.app}-${port}.log`);
  mkdirSync(options.dir, { recursive: true });
  let child = await startReady(options, port, logFile);
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => readFileSync(logFile, 'utf8'),
    kill: (signal = 'SIGKILL') => child.kill(signal),
    restart: async () => void (child = await startReady(options, port, logFile)),
    stop: async () => void (await child.stop(STOP_GRACE_MS)),
  };
}

async function startReady({ app, env, main: other }: AppOptions, port: number, logFile: string): Promise<Child> {
  const main = resolve(other ?? `dist/apps/${app}/src/main.js`);
  const child = await startChild({
    command: process.execPath,
    args: ['--enable-source-maps', main],
    mark: main,
    logFile,
    pidFile: `${logFile}.pid`,
    env: { ...process.env, HOST: '127.0.0.1', [`${app.toUpperCase()}_PORT`]: String(port), ...env },
  });
  if (await waitUntilReady(`http://127.0.0.1:${port}/readyz`, { timeoutMs: READY_TIMEOUT_MS, isAlive: child.isAlive })) return child;
  await child.stop(STOP_GRACE_MS);
  throw new Error(`${app} did not become ready; the end of its log:\n${logTail(logFile, 30)}`);
}
