// `npm run check:seed -- FILE [--expect FILE] [--defendant NAME] [--within SECONDS]`, on the pinned Node.
import type { CaseDetail, StatusChange } from '@docketwire/contracts';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { buildIfStale } from './launch/build.ts';
import { ROOT } from './launch/settings.ts';
import { runCommand } from './process/command.ts';
import { Refusal } from './refusal.ts';
import { compare, table, type Row } from './seed/compare.ts';
import { readStory, type Story } from './seed/story.ts';

const USAGE = 'usage: npm run check:seed -- FILE [--expect FILE] [--defendant NAME] [--within SECONDS]';
const CLI = join(ROOT, 'dist/apps/cli/src/main.js');
/** As the command line finds it. */
const QUERY_URL = process.env['DOCKETWIRE_QUERY_URL'] || `http://127.0.0.1:${process.env['QUERY_PORT'] || 3400}`;
/** From the broker's ack to the page takes about a second; a machine that builds something beside it takes longer. */
const WITHIN_S = '60';

type Asked = Readonly<{ story: Story; withinMs: number }>;
/** The last comparison, and the change that led to it. */
type Outcome = { rows: Row[]; change: StatusChange | null };

try {
  const holds = await check(readAsked(process.argv.slice(2)));
  process.exitCode = holds ? 0 : 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
} finally {
  process.channel?.unref();
}

function readAsked(args: string[]): Asked {
  try {
    const options = { expect: { type: 'string' }, defendant: { type: 'string' }, within: { type: 'string', default: WITHIN_S } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    const withinMs = Number(values.within) * 1_000;
    if (file === undefined || more.length > 0 || !(withinMs > 0)) throw new Refusal(USAGE);
    const story = readStory(file, values.expect);
    return { story: values.defendant ? { ...story, expect: { ...story.expect, defendant: values.defendant } } : story, withinMs };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${(error as Error).message}\n${USAGE}`);
  }
}

async function check({ story, withinMs }: Asked): Promise<boolean> {
  await buildIfStale(process.stderr);
  // From the beginning of the feed: a story that was published before brings no new change, and is found all the same.
  const watching = spawn(process.execPath, [CLI, 'watch', '--json', '--after', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = (): unknown => watching.kill('SIGKILL');
  process.once('exit', end);
  const deadline = setTimeout(end, withinMs);
  try {
    await publish(story);
    const outcome = await follow(watching, story);
    const rows = [...outcome.rows, await watchRow(outcome.change, story)];
    process.stdout.write(`${table(rows)}\n`);
    return rows.every(({ holds }) => holds);
  } finally {
    clearTimeout(deadline);
    end();
    process.off('exit', end);
  }
}

async function publish({ source, articleId, published, title, text }: Story): Promise<void> {
  const args = [CLI, 'publish', '-', '--source', source, '--id', articleId, '--published', published, ...(title ? ['--title', title] : [])];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin.end(text);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Refusal(`The story was not accepted (docketwire publish ended with ${code}).`);
}

/** Compares after each change that the article caused, until all holds or the watching is ended by the deadline. */
async function follow(watching: ChildProcessByStdio<null, Readable, Readable>, story: Story): Promise<Outcome> {
  const outcome: Outcome = { rows: compare(null, story), change: null };
  let said = '';
  watching.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for await (const line of createInterface({ input: watching.stdout })) {
    const change = JSON.parse(line) as StatusChange;
    if (change.cause.article !== `${story.source}/${story.articleId}`) continue;
    Object.assign(outcome, { rows: compare(await readCase(change.case), story), change });
    if (outcome.rows.every(({ holds }) => holds)) return outcome;
  }
  process.stderr.write(watching.killed ? 'The time is over.\n' : said);
  return outcome;
}

async function readCase(id: string): Promise<CaseDetail> {
  const response = await fetch(`${QUERY_URL}/v1/cases/${id}`);
  if (!response.ok) throw new Refusal(`The case ${id} cannot be read: ${response.status} ${await response.text()}`);
  return (await response.json()) as CaseDetail;
}

/** What a person sees: `watch` without `--json`, from just before the change. */
async function watchRow(change: StatusChange | null, { expect }: Story): Promise<Row> {
  const expected = `a line that ends at ${expect.status}`;
  if (!change) return { what: 'watch', expected, found: '(nothing)', holds: false };
  const args = [CLI, 'watch', change.case, '--after', String(change.seq - 1), '--count', '1', '--timeout', '10'];
  const { printed } = await runCommand({ command: process.execPath, args, env: process.env });
  const found = printed.split('\n').find((line) => line.startsWith(`#${change.seq} `));
  return { what: 'watch', expected, found: found ?? printed.trim(), holds: change.after?.status === expect.status && (found?.includes(expect.status.replaceAll('_', ' ')) ?? false) };
}
