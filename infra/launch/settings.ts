import { join } from 'node:path';
import { Refusal } from '../refusal.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const APPS = ['intake', 'extractor', 'projector', 'query'] as const;
export type App = (typeof APPS)[number];

/** Everything that a trial leaves on the disk, beside the packages and dist. */
const STATE = join(ROOT, '.docketwire');
export const PATHS = {
  lock: join(STATE, 'start.lock'),
  pids: join(STATE, 'run'),
  logs: join(STATE, 'logs'),
  postgres: join(STATE, 'postgres'),
  kafka: join(STATE, 'kafka'),
  newsroom: join(STATE, 'newsroom'),
  /** Node's cache of compiled code: an app starts a third faster with it. */
  compiled: join(STATE, 'compiled'),
} as const;
/** What `--fresh` removes; the jars stay. */
export const DATA = [PATHS.postgres, PATHS.kafka, PATHS.newsroom, PATHS.logs] as const;

export type Settings = Readonly<{
  fresh: boolean;
  sample: boolean;
  /** Servers of the user's own, used instead of starting ours. */
  databaseUrl: string | undefined;
  kafkaBrokers: string | undefined;
  ports: Readonly<Record<App | 'postgres' | 'kafka', number>>;
}>;

/** Away from the servers' usual ports, which may be taken on a developer's machine. */
const DEFAULT_PORTS = { query: 3400, intake: 3401, extractor: 3402, projector: 3403, postgres: 15_432, kafka: 19_092 } as const;
const LARGEST_PORT = 65_535;

const FLAGS = ['--fresh', '--no-sample'] as const;
export const USAGE = `usage: npm start [-- OPTIONS]

  --fresh      start over: remove the cases, articles and logs of earlier starts
  --no-sample  do not publish the sample newsroom

DATABASE_URL and KAFKA_BROKERS name servers to use instead of starting some.
${Object.entries(DEFAULT_PORTS).map(([name, port]) => `${name.toUpperCase()}_PORT (${port})`).join(', ')} choose other ports.
`;

export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const unknown = args.find((arg) => !FLAGS.some((flag) => flag === arg));
  if (unknown !== undefined) throw new Refusal(`There is no option ${unknown}: npm start -- --help shows those there are.`);
  return {
    fresh: args.includes('--fresh'),
    sample: !args.includes('--no-sample'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    kafkaBrokers: env['KAFKA_BROKERS'] || undefined,
    ports: Object.fromEntries(Object.entries(DEFAULT_PORTS).map(([name, port]) => [name, readPort(portVariable(name), env, port)])) as Settings['ports'],
  };
}

export function portVariable(name: string): string {
  return `${name.toUpperCase()}_PORT`;
}

function readPort(variable: string, env: NodeJS.ProcessEnv, otherwise: number): number {
  const port = Number(env[variable] || otherwise);
  if (Number.isInteger(port) && port > 0 && port < LARGEST_PORT) return port;
  throw new Refusal(`${variable} is "${env[variable]}", which is no port: set it to a number from 1 to ${LARGEST_PORT - 1}, or leave it out.`);
}
