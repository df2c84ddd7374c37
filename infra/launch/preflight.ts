import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { hasJars } from '../kafka/jars.ts';
import { requireJava, requireMaven } from '../kafka/java.ts';
import { KAFKA_PORT_STEP } from '../kafka/kafka.ts';
import { isPortFree, waitForPort } from '../process/port.ts';
import { Refusal } from '../refusal.ts';
import { APPS, PATHS, portVariable, type BrokerCount, type Settings } from './settings.ts';

/** A server of the user's own that does not answer in this time is taken for down. */
const ANSWER_TIMEOUT_MS = 5_000;

/** Everything that can be known to be wrong before anything is started. */
export async function preflight(settings: Settings): Promise<void> {
  if (settings.kafkaBrokers === undefined) requireJava();
  if (settings.kafkaBrokers === undefined && !settings.fresh) requireSameBrokers(PATHS.kafka, settings.brokers);
  if (settings.kafkaBrokers === undefined && !hasJars()) requireMaven();
  await requirePorts(settings);
  if (settings.databaseUrl !== undefined) await requirePostgres(settings.databaseUrl);
  if (settings.kafkaBrokers !== undefined) await requireKafka(settings.kafkaBrokers);
}

/** The brokers that keep data in a folder elect their controller among themselves: one that is missing or new is a cluster that never forms. */
export function requireSameBrokers(dir: string, wanted: BrokerCount): void {
  const present = [1, 2, 3].filter((id) => existsSync(join(dir, `broker-${id}`, 'meta.properties'))).length;
  if (present === 0 || present === wanted) return;
  throw new Refusal(`The records here were written by ${present === 1 ? 'one broker' : `${present} brokers`}, which cannot become ${wanted === 1 ? 'one' : wanted}: start with --brokers ${present === 1 ? 1 : 3}, or start over with --fresh --brokers ${wanted}, which removes all cases.`);
}

async function requirePorts({ ports, databaseUrl, kafkaBrokers, brokers }: Settings): Promise<void> {
  const names = [...APPS, ...(databaseUrl === undefined ? (['postgres'] as const) : []), ...(kafkaBrokers === undefined ? (['kafka'] as const) : [])];
  for (const name of names) {
    const taken = await firstTaken(name === 'kafka' ? kafkaPorts(ports.kafka, brokers) : [ports[name]]);
    if (taken === undefined) continue;
    const variable = portVariable(name);
    throw new Refusal(`Port ${taken}, which ${name} needs, is in use by another program: stop that program, or choose another port, as in ${variable}=${ports[name] + 1_000} npm start.`);
  }
}

/** Of each broker, for clients and for the other controllers. */
function kafkaPorts(first: number, brokers: BrokerCount): number[] {
  return Array.from({ length: brokers }, (_, place) => first + KAFKA_PORT_STEP * place).flatMap((port) => [port, port + 1]);
}

async function firstTaken(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) {
    if (!(await isPortFree(port))) return port;
  }
  return undefined;
}

async function requirePostgres(url: string): Promise<void> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: ANSWER_TIMEOUT_MS });
    await client.connect();
    await client.end();
  } catch (error) {
    throw new Refusal(`DATABASE_URL is set, but its Postgres cannot be used (${reason(error)}): start that server, correct the address, or unset DATABASE_URL to have one started for you.`);
  }
}

function reason(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}

async function requireKafka(brokers: string): Promise<void> {
  const addresses = brokers.split(',').map((broker) => new URL(`kafka://${broker.trim()}`));
  const answers = await Promise.all(addresses.map(({ hostname, port }) => waitForPort(Number(port), { host: hostname, timeoutMs: ANSWER_TIMEOUT_MS, isAlive: () => true })));
  if (!answers.includes(true)) throw new Refusal(`KAFKA_BROKERS is set, but nobody answers at ${brokers}: start those brokers, correct the addresses, or unset KAFKA_BROKERS to have a broker started for you.`);
}
