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

export type BrokerCount = 1 | 3;

export type Settings = Readonly<{
  fresh: boolean;
  sample: boolean;
  /** Servers of the user's own, used instead of starting ours. */
  databaseUrl: string | undefined;
  kafkaBrokers: string | undefined;
  /** How many of our own. */
  brokers: BrokerCount;
  ports: Readonly<Record<App | 'postgres' | 'kafka', number>>;
}>;

/** Away from the servers' usual ports, which may be taken on a developer's machine. */
const DEFAULT_PORTS = { query: 3400, intake: 3401, extractor: 3402, projector: 3403, postgres: 15_432, kafka: 19_092 } as const;
const LARGEST_PORT = 65_535;

const FLAGS = ['--fresh', '--no-sample'] as const;
const BROKERS = '--brokers';
export const USAGE = `usage: npm start [-- OPTIONS]

  --fresh      start over: remove the cases, articles and logs of earlier starts
  --no-sample  do not publish the sample newsroom
  --brokers 3  three Kafka brokers: every record has three copies, and any one broker may die

DATABASE_URL and KAFKA_BROKERS name servers to use instead of starting some.
${Object.entries(DEFAULT_PORTS).map(([name, port]) => `${name.toUpperCase()}_PORT (${port})`).join(', ')} choose other ports.
`;

export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const [brokers, rest] = readBrokers(args);
  const unknown = rest.find((arg) => !FLAGS.some((flag) => flag === arg));
  if (unknown !== undefined) throw new Refusal(`There is no option ${unknown}: npm start -- --help shows those there are.`);
  return {
    fresh: args.includes('--fresh'),
    sample: !args.includes('--no-sample'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    kafkaBrokers: env['KAFKA_BROKERS'] || undefined,
    brokers,
    ports: Object.fromEntries(Object.entries(DEFAULT_PORTS).map(([name, port]) => [name, readPort(portVariable(name), env, port)])) as Settings['ports'],
  };
}

/** Two would be worse than one: either's death would stop both. */
function readBrokers(args: readonly string[]): [count: BrokerCount, rest: readonly string[]] {
  const apart = args.flatMap((arg) => (arg.startsWith(`${BROKERS}=`) ? [BROKERS, arg.slice(BROKERS.length + 1)] : [arg]));
  const at = apart.indexOf(BROKERS);
  if (at < 0) return [1, apart];
  const count = Number(apart[at + 1]);
  if (count !== 1 && count !== 3) throw new Refusal(`${BROKERS} takes 1 or 3, as in npm start -- ${BROKERS} 3.`);
  return [count, apart.toSpliced(at, 2)];
}

export function portVariable(name: string): string {
  return `${name.toUpperCase()}_PORT`;
}

function readPort(variable: string, env: NodeJS.ProcessEnv, otherwise: number): number {
  const port = Number(env[variable] || otherwise);
  if (Number.isInteger(port) && port > 0 && port < LARGEST_PORT) return port;
  throw new Refusal(`${variable} is "${env[variable]}", which is no port: set it to a number from 1 to ${LARGEST_PORT - 1}, or leave it out.`);
}
