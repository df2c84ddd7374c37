import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/command.ts';
import { Refusal } from '../refusal.ts';
import { requireMaven } from './java.ts';

const POM = join(import.meta.dirname, 'pom.xml');
const CACHE = join(import.meta.dirname, '../../.docketwire');
const LAST_LINES = 6;

/** The folder's name carries the list's hash: another version of Kafka in pom.xml means other jars. */
function jarsDir(): string {
  const hash = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 8);
  return join(CACHE, `kafka-jars-${hash}`);
}

export function hasJars(): boolean {
  return existsSync(jarsDir());
}

/** The class path of a broker; fetches the jars first if they are not there. */
export async function kafkaClasspath(): Promise<string> {
  const dir = jarsDir();
  if (!hasJars()) await fetchJars(dir);
  return readdirSync(dir).toSorted().map((jar) => join(dir, jar)).join(':');
}

/** Fetched beside and renamed: an interrupted fetch leaves nothing that looks complete. */
async function fetchJars(dir: string): Promise<void> {
  requireMaven();
  const partial = `${dir}.${process.pid}.partial`;
  try {
    await runMaven(['-q', '-B', '-f', POM, `-Djars.dir=${partial}`, 'package']);
    if (!hasJars()) renameSync(partial, dir);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function runMaven(args: readonly string[]): Promise<void> {
  const { code, printed } = await runCommand({ command: 'mvn', args });
  if (code === 0) return;
  const reason = printed.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  throw new Refusal(`Maven could not fetch Kafka's jars; check the network and Maven's settings, then try again. It said:\n${reason}`);
}
