import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { startKafka, type Kafka } from '../kafka/kafka.ts';
import { startPostgres } from '../postgres/postgres.ts';
import { logTail, startChild } from '../process/child.ts';
import { waitUntilReady } from '../process/readiness.ts';
import { step } from '../progress.mjs';
import { APPS, PATHS, portVariable, ROOT, type App, type Settings } from './settings.ts';
import { supervise, type Service } from './supervise.ts';

export type System = Readonly<{
  /** Names the servers: the environment of the apps, and of a command that looks for them. */
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
}>;

type Stop = () => Promise<void>;
type Say = (line: string) => void;

/** An app starts in 1 to 3 s; the rest is for a machine that is busy. */
const READY_TIMEOUT_MS = 60_000;
/** With the servers' own grace this stays below the five seconds in which a Ctrl-C must be done. */
const APP_GRACE_MS = 1_800;
const LOG_LINES = 8;
const FOLDERS = { logDir: PATHS.logs, pidDir: PATHS.pids } as const;

/** Starts the servers, then the apps. What runs when something fails is for the `stop` that `onStop` gets at once. */
export async function startSystem(settings: Settings, say: Say, onStop: (stop: Stop) => void): Promise<System> {
  const servers: Stop[] = [];
  const apps: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const stops of [apps, servers]) await Promise.all(stops.map((stopOne) => stopOne()));
  };
  onStop(stop);

  const { ports } = settings;
  const databaseUrl = settings.databaseUrl ?? (await own('Postgres', () => startPostgres({ ...FOLDERS, dir: PATHS.postgres, port: ports.postgres, durable: true }))).url;
  const kafkaBrokers = settings.kafkaBrokers ?? (await ownKafka());
  const env = environment(settings, databaseUrl, kafkaBrokers);
  await step(`Starting ${APPS.join(', ')}`, () => Promise.all(APPS.map((app) => watched(app, apps, () => startApp(app, settings, env)))));
  return { env, stop };

  function own<S extends Service>(name: string, start: () => Promise<S>): Promise<S> {
    return step(`Starting ${name}`, () => watched(name, servers, start));
  }

  /** Each broker is started again by itself: with three, two go on meanwhile. */
  async function ownKafka(): Promise<string> {
    const count = settings.brokers;
    const kafka = await step(count === 1 ? 'Starting Kafka' : `Starting ${count} Kafka brokers`, () => startKafka({ ...FOLDERS, dir: PATHS.kafka, port: ports.kafka, brokers: count }));
    await Promise.all(Array.from({ length: count }, (_, place) => watched(count === 1 ? 'Kafka' : `Kafka broker ${place + 1}`, servers, brokerOf(kafka, place + 1))));
    return kafka.brokers;
  }

  async function watched<S extends Service>(name: string, stops: Stop[], start: () => Promise<S>): Promise<S> {
    const { first, stop: stopOne } = await supervise({ name, say, start });
    stops.push(stopOne);
    return first;
  }
}

/** The broker that runs, and from then on the same one anew. */
function brokerOf(kafka: Kafka, id: number): () => Promise<Service> {
  let runs = true;
  return async () => {
    if (!runs) await kafka.restart(id);
    runs = false;
    return { exited: kafka.exitOf(id), stop: kafka.stop };
  };
}

function environment({ ports }: Settings, databaseUrl: string, kafkaBrokers: string): NodeJS.ProcessEnv {
  const appPorts = Object.fromEntries(APPS.map((app) => [portVariable(app), String(ports[app])]));
  return { HOST: '127.0.0.1', NODE_COMPILE_CACHE: PATHS.compiled, ...process.env, ...appPorts, DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafkaBrokers };
}

async function startApp(app: App, { ports }: Settings, env: NodeJS.ProcessEnv): Promise<Service> {
  const main = join(ROOT, `dist/apps/${app}/src/main.js`);
  const logFile = join(PATHS.logs, `${app}.log`);
  const child = await startChild({ command: process.execPath, args: ['--enable-source-maps', main], mark: main, logFile, pidFile: join(PATHS.pids, `${app}.pid`), env });
  if (await waitUntilReady(`http://127.0.0.1:${ports[app]}/readyz`, { timeoutMs: READY_TIMEOUT_MS, isAlive: child.isAlive })) {
    return { exited: child.exited, stop: () => child.stop(APP_GRACE_MS) };
  }
  await child.stop(APP_GRACE_MS);
  throw new Error(`${app} did not become ready; the end of ${logFile}:\n${logTail(logFile, LOG_LINES)}`);
}

/** The last start's logs are kept beside this one's, so that neither grows for ever. */
export function turnLogs(): void {
  for (const name of [...APPS, 'postgres', 'kafka-1', 'kafka-2', 'kafka-3']) {
    const file = join(PATHS.logs, `${name}.log`);
    if (existsSync(file)) renameSync(file, `${file}.1`);
  }
}
