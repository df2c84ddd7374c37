import { fail } from '@docketwire/kernel';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  KAFKA_BROKERS: z.string().min(1).transform((list) => list.split(',').map((broker) => broker.trim())),
  /** How long a consumer may be silent before its partitions go to others: shorter finds a dead one sooner, and takes a busy one for dead. */
  KAFKA_SESSION_TIMEOUT_MS: z.coerce.number().int().min(1_000).default(10_000),
  /** Loopback unless told otherwise: there are no accounts yet. */
  HOST: z.string().default('127.0.0.1'),
  QUERY_PORT: port.default(3400),
  INTAKE_PORT: port.default(3401),
  EXTRACTOR_PORT: port.default(3402),
  PROJECTOR_PORT: port.default(3403),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = Readonly<{
  databaseUrl: string;
  kafkaBrokers: readonly string[];
  kafkaSessionTimeoutMs: number;
  host: string;
  ports: Readonly<{ query: number; intake: number; extractor: number; projector: number }>;
  logLevel: string;
}>;

export const CONFIG = Symbol('Config');

/** Reads the settings of every app from the environment. Throws CONFIG_INVALID, naming what is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw fail('CONFIG_INVALID', { problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) });
  }
  const env = parsed.data;
  return {
    databaseUrl: env.DATABASE_URL,
    kafkaBrokers: env.KAFKA_BROKERS,
    kafkaSessionTimeoutMs: env.KAFKA_SESSION_TIMEOUT_MS,
    host: env.HOST,
    ports: { query: env.QUERY_PORT, intake: env.INTAKE_PORT, extractor: env.EXTRACTOR_PORT, projector: env.PROJECTOR_PORT },
    logLevel: env.LOG_LEVEL,
  };
}
