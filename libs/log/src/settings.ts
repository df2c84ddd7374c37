import { Logger } from '@nestjs/common';
import { Kafka, logLevel } from 'kafkajs';
import type { LogEntry, RetryOptions } from 'kafkajs';

export type LogSettings = Readonly<{ brokers: readonly string[]; clientId: string }>;

/**
 * kafkajs' defaults back off to 30 s: after a broker's death a consumer slept 9 to 29 s while the other brokers were
 * fine. A second is what a new leader may take at best, and asking once a second costs nothing.
 */
const PATIENT: RetryOptions = { retries: 50, initialRetryTime: 100, maxRetryTime: 1_000 };
/** About six seconds in all: what a publisher can be let wait before it hears 503. */
const SHORT: RetryOptions = { retries: 8, initialRetryTime: 100, maxRetryTime: 1_000 };

export function openKafka({ brokers, clientId }: LogSettings, patience: 'patient' | 'short'): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 1_000,
    requestTimeout: 10_000,
    retry: patience === 'patient' ? PATIENT : SHORT,
    logLevel: logLevel.WARN,
    logCreator: () => logEntry,
  });
}

const logger = new Logger('Kafka');

/** kafkajs reports every lost connection as an error; only what it cannot mend by itself is one for us, and that is thrown. */
function logEntry({ namespace, log: { message, error } }: LogEntry): void {
  logger.warn(`${namespace}: ${message}${error ? ` (${String(error)})` : ''}`);
}
