import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArticle, updateOf } from './article.js';
import type { Context } from './context.js';
import { EXIT, usage } from './exit.js';
import type { ExitCode } from './exit.js';
import { publishOne } from './publish.js';
import { patientPost } from './server.js';

export type NewsroomOptions = Readonly<{ batch: string; json?: boolean }>;

const PLACE = join('infra', 'newsroom');

/** Publishes the sample newsroom: its articles in the order of `newsroom.json`, which is shuffled, and some of them twice. */
export async function publishNewsroom(context: Context, folder: string | undefined, options: NewsroomOptions): Promise<ExitCode> {
  const dir = folder ?? findNewsroom(import.meta.dirname);
  const names = orderOf(await readText(join(dir, 'newsroom.json')), options.batch);
  const post = patientPost(context);
  for (const [place, name] of names.entries()) {
    context.progress(`Publishing the sample newsroom: ${place + 1} of ${names.length} (${name})`);
    const taken = await publishOne(context, updateOf(parseArticle(await readText(join(dir, 'articles', `${name}.md`)))), post);
    if (options.json) context.out(JSON.stringify(taken));
  }
  context.talk(`${names.length} updates of the sample newsroom accepted, ${names.length - new Set(names).size} of them sent a second time.`);
  return EXIT.ok;
}

/** The names of a batch in their order of publication; `all` has the batches one after the other. Throws a Failure. */
function orderOf(text: string, batch: string): readonly string[] {
  const { publishOrder = {} } = JSON.parse(text) as { publishOrder?: Record<string, string[]> };
  const names = batch === 'all' ? Object.keys(publishOrder).toSorted().flatMap((key) => publishOrder[key] ?? []) : publishOrder[batch];
  if (!names) throw usage(`The newsroom has no batch "${batch}", only ${Object.keys(publishOrder).join(', ')} and all.`);
  return names;
}

/** Upwards from where this program lies: it is the same place in the sources and in what is built from them. */
function findNewsroom(from: string): string {
  if (existsSync(join(from, PLACE, 'newsroom.json'))) return join(from, PLACE);
  if (dirname(from) === from) throw usage('The sample newsroom is not here: say where it is.');
  return findNewsroom(dirname(from));
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw usage(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}
