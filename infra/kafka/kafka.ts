import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logTail, startChild, type Child } from '../process/child.ts';
import { runCommand } from '../process/command.ts';
import { freePorts, waitForPort } from '../process/port.ts';
import { brokerProperties, type Listener } from './broker-properties.ts';
import { kafkaClasspath } from './jars.ts';
import { requireJava } from './java.ts';

export type KafkaOptions = Readonly<{
  /** Data and settings of the brokers; they live on in it when the same folder is given again. */
  dir: string;
  /** Logs and pid files; the same folder unless said otherwise. */
  logDir?: string;
  pidDir?: string;
  brokers?: 1 | 3;
  /** Broker n listens on `port + 10 (n - 1)` and, as a controller, one above. Free ports are found if it is left out. */
  port?: number;
}>;

/** From one broker's ports to the next one's. */
export const KAFKA_PORT_STEP = 10;

/** A real Apache Kafka on this machine. Broker numbers begin at 1. */
export type Kafka = Readonly<{
  /** The addresses for a client: `127.0.0.1:19092,…`. */
  brokers: string;
  /** Ends with the broker's process, as it runs now. */
  exitOf: (broker: number) => Promise<unknown>;
  stop: () => Promise<void>;
  /** kill -9 of one broker, as a power cut does it. */
  kill: (broker: number) => Promise<void>;
  /** Starts a killed broker again, on its port and data. */
  restart: (broker: number) => Promise<void>;
}>;

/** Small and quick to start; the just-in-time compiler's second stage would pay only after minutes of load. */
const JVM = ['-Xms128m', '-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData', '-Xshare:auto', '-Djava.awt.headless=true', `-Dlog4j2.configurationFile=${join(import.meta.dirname, 'log4j2.properties')}`];
/** A broker listens after 2 to 3 s; after a crash it first reads its log again. */
const LISTEN_TIMEOUT_MS = 60_000;
/** A clean stop takes 1.4 s; killed, it loses nothing, since the operating system still holds what it wrote. */
const STOP_GRACE_MS = 2_500;

export async function startKafka(options: KafkaOptions): Promise<Kafka> {
  requireJava();
  mkdirSync(options.dir, { recursive: true });
  const cluster: Cluster = { ...options, classpath: await kafkaClasspath(), listeners: await listenersOf(options) };
  const ids = cluster.listeners.map((_, i) => i + 1);
  const running = new Map<number, Child>();
  const start = async (id: number): Promise<void> => void running.set(id, await spawnBroker(cluster, id));
  const stop = async (): Promise<void> => void (await Promise.all([...running.values()].map((child) => child.stop(STOP_GRACE_MS))));

  for (const id of ids) await start(id);
  try {
    await Promise.all(ids.map((id) => listening(cluster, id, running)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    brokers: cluster.listeners.map(({ client }) => `127.0.0.1:${client}`).join(','),
    exitOf: (id) => running.get(id)?.exited ?? Promise.resolve(),
    stop,
    kill: async (id) => void (await running.get(id)?.kill('SIGKILL')),
    restart: async (id) => {
      await start(id);
      await listening(cluster, id, running);
    },
  };
}

type Cluster = KafkaOptions & Readonly<{ classpath: string; listeners: readonly Listener[] }>;

async function listenersOf({ brokers = 1, port }: KafkaOptions): Promise<Listener[]> {
  const free = port === undefined ? await freePorts(2 * brokers) : [];
  return Array.from({ length: brokers }, (_, i) => {
    const client = free[2 * i] ?? (port as number) + KAFKA_PORT_STEP * i;
    return { client, controller: free[2 * i + 1] ?? client + 1 };
  });
}

async function spawnBroker(cluster: Cluster, id: number): Promise<Child> {
  const properties = join(cluster.dir, `broker-${id}.properties`);
  const dataDir = join(cluster.dir, `broker-${id}`);
  writeFileSync(properties, brokerProperties({ id, dataDir, listeners: cluster.listeners }));
  if (!existsSync(join(dataDir, 'meta.properties'))) await format(cluster, properties);
  return startChild({
    command: 'java',
    args: [...JVM, '-cp', cluster.classpath, 'kafka.Kafka', properties],
    mark: properties,
    logFile: logFile(cluster, id),
    pidFile: join(cluster.pidDir ?? cluster.dir, `kafka-${id}.pid`),
  });
}

async function format({ dir, classpath }: Cluster, properties: string): Promise<void> {
  const { code, printed } = await runCommand({ command: 'java', args: [...JVM, '-cp', classpath, 'kafka.tools.StorageTool', 'format', '-t', clusterId(dir), '-c', properties] });
  if (code !== 0) throw new Error(`Kafka could not make its data folder in ${dir}:\n${printed}`);
}

/** All brokers of a cluster share one id: 22 characters for 16 bytes, of which the first must not look like an option. */
function clusterId(dir: string): string {
  const file = join(dir, 'cluster.id');
  if (!existsSync(file)) writeFileSync(file, Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url').replace(/^-/, 'A'));
  return readFileSync(file, 'utf8');
}

async function listening(cluster: Cluster, id: number, running: ReadonlyMap<number, Child>): Promise<void> {
  const { client } = cluster.listeners[id - 1] as Listener;
  const child = running.get(id);
  const isUp = await waitForPort(client, { timeoutMs: LISTEN_TIMEOUT_MS, isAlive: () => child?.isAlive() ?? false });
  if (!isUp) throw new Error(`Kafka's broker ${id} did not come up; the end of its log:\n${logTail(logFile(cluster, id))}`);
}

function logFile({ dir, logDir }: Cluster, id: number): string {
  return join(logDir ?? dir, `kafka-${id}.log`);
}
