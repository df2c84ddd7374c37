import { spawnSync } from 'node:child_process';
import { Refusal } from '../refusal.ts';

/** Kafka 4 brokers run on Java 17 and later. */
const OLDEST_JAVA = 17;
const OWN_KAFKA = 'or set KAFKA_BROKERS to use a Kafka of your own';

/** The major version in what `java -version` prints: 17 for "17.0.15", 8 for the old way of writing, "1.8.0_402". */
export function javaMajorVersion(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (first === undefined) return undefined;
  return Number(first === '1' ? second : first);
}

export function requireJava(): void {
  const { stderr, stdout, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const found = error ? undefined : javaMajorVersion(stderr + stdout);
  if (found === undefined) throw new Refusal(`Java is missing, and Kafka runs on it: install Java ${OLDEST_JAVA} or later (a package such as openjdk-17-jre-headless), ${OWN_KAFKA}.`);
  if (found < OLDEST_JAVA) throw new Refusal(`Java ${found} is too old for Kafka: install Java ${OLDEST_JAVA} or later and put it first in PATH, ${OWN_KAFKA}.`);
}

export function requireMaven(): void {
  const { error, status } = spawnSync('mvn', ['--version']);
  if (error || status !== 0) throw new Refusal(`Maven is missing, and it fetches Kafka's jars: install it (the package is called maven), ${OWN_KAFKA}.`);
}
