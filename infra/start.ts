// `npm start`: the whole system on this machine, until Ctrl-C.
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasJars, kafkaClasspath } from './kafka/jars.ts';
import { buildIfStale } from './launch/build.ts';
import { releaseLock, takeLock } from './launch/lock.ts';
import { publishNewsroom } from './launch/newsroom.ts';
import { preflight } from './launch/preflight.ts';
import { DATA, PATHS, readSettings, USAGE, type Settings } from './launch/settings.ts';
import { startSystem, turnLogs } from './launch/system.ts';
import { endOrphans } from './process/pid-file.ts';
import { step } from './progress.mjs';
import { Refusal } from './refusal.ts';

/** Ctrl-C is done within five seconds, whatever hangs. */
const STOP_DEADLINE_MS = 4_700;

let stopServices: () => Promise<void> = async () => undefined;
let stopping = false;

// npm passes on a Ctrl-C that the terminal has already sent us: the second one changes nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// The process that started us is gone, even if by kill -9.
process.on('disconnect', () => void stop(0));
// A terminal that was closed cannot be written to; all must still be stopped in good order.
process.stdout.on('error', () => void stop(0));

const args = process.argv.slice(2);
if (args.includes('--help')) {
  say(USAGE);
  process.exit(0);
}
try {
  await start(readSettings(args, process.env));
} catch (error) {
  if (!stopping) say(error instanceof Refusal ? error.message : `Docketwire did not start: ${(error as Error).message}`);
  await stop(1);
}

async function start(settings: Settings): Promise<void> {
  const startedAt = Date.now();
  const url = `http://127.0.0.1:${settings.ports.query}`;
  lock(url);
  const orphans = await endOrphans(PATHS.pids);
  if (orphans.length > 0) say(`Ended what a start that was killed had left running: ${orphans.join(', ')}.`);
  await preflight(settings);
  if (settings.fresh) startOver(settings);
  turnLogs();
  await buildIfStale();
  if (settings.kafkaBrokers === undefined && !hasJars()) await step("Fetching Kafka's jars (54 MB)", kafkaClasspath);
  const { env } = await startSystem(settings, say, (stopAll) => (stopServices = stopAll));
  if (settings.sample) await publishNewsroom({ env, queryUrl: url, say });
  if (!stopping) say(welcome(url, settings, Math.round((Date.now() - startedAt) / 1_000)));
}

function lock(url: string): void {
  const holder = takeLock(PATHS.lock, { pid: process.pid, mark: import.meta.filename, signal: 'SIGTERM' });
  if (!holder) {
    process.once('exit', () => releaseLock(PATHS.lock));
    return;
  }
  throw new Refusal(`Docketwire already runs from this folder (process ${holder.pid}): look at ${url}/cases, or stop it first, by Ctrl-C in its terminal or by "kill ${holder.pid}".`);
}

function startOver({ databaseUrl, kafkaBrokers }: Settings): void {
  for (const path of DATA) rmSync(path, { recursive: true, force: true });
  if (databaseUrl ?? kafkaBrokers) say('--fresh removed the data of the servers that are started here; what DATABASE_URL and KAFKA_BROKERS name is left as it is.');
}

function welcome(url: string, { kafkaBrokers, brokers, ports }: Settings, seconds: number): string {
  const log = kafkaBrokers ?? (brokers === 1 ? `one broker at 127.0.0.1:${ports.kafka}` : `${brokers} brokers from 127.0.0.1:${ports.kafka}: three copies of every record, two of them before it is accepted`);
  return `
Docketwire is ready, after ${seconds} s.

  Page      ${url}/cases
  API docs  ${url}/docs
  Kafka     ${log}

Three commands to try, in another terminal:

  npm run docketwire -- case list
  npm run docketwire -- watch
  npm run docketwire -- publish infra/newsroom/story/charges-dropped.txt --source tamsel-evening-post --id tep-23-11-10-ferrowby --published 2023-11-10 --title "Charges dropped against balloon cook Lucan Ferrowby"

Logs: ${PATHS.logs}
Stop: Ctrl-C. Start over: npm start -- --fresh
`;
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (code === 0) say('\nStopping …');
  await Promise.race([stopServices(), sleep(STOP_DEADLINE_MS)]);
  if (code === 0) say('Stopped.');
  // What has not ended by now is killed as this process exits.
  process.exit(code);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
