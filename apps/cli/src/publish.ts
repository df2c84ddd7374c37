import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArticle, updateOf } from './article.js';
import type { Context } from './context.js';
import { EXIT, usage } from './exit.js';
import type { ExitCode } from './exit.js';
import { publishLines } from './publish-lines.js';
import { findResult } from './results.js';
import { jsonOf, patientPost, refusalOf, stranger } from './server.js';

export type PublishOptions = Readonly<{
  source?: string;
  id?: string;
  published?: string;
  title?: string;
  kind?: string;
  revision?: string;
  modified?: string;
  url?: string;
  language?: string;
  originator?: string;
  caseReference?: string;
  ndjson?: boolean;
  json?: boolean;
}>;

/** Publishes one text, or the updates of an NDJSON file. `-` is standard input; no file will do where nothing needs a text. */
export async function publish(context: Context, file: string | undefined, options: PublishOptions): Promise<ExitCode> {
  if (file !== undefined && (options.ndjson || /\.(ndjson|jsonl)$/.test(file))) {
    const bytes = file === '-' ? context.stdin : createReadStream(file);
    return publishLines(context, readable(bytes, file), { json: options.json ?? false });
  }
  const article = parseArticle(file === undefined ? '' : await contentOf(context, file));
  const result = await publishOne(context, updateOf({ ...article, fields: { ...article.fields, ...fieldsOf(options) } }));
  context.out(options.json ? JSON.stringify(result) : `accepted ${result.article} ${result.id}`);
  return EXIT.ok;
}

export type Taken = Readonly<{ id: string; article: string; status: 'accepted'; receivedAt?: string }>;

/** The server's answer, when it has taken the update. Throws a Failure where it refuses it or nobody answers in time. */
export async function publishOne(context: Context, update: object, post = patientPost(context)): Promise<Taken> {
  const response = await post(`${context.intakeUrl}/v1/article-updates`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(update) });
  if (!response.ok) throw await refusalOf(response);
  const answer = jsonOf(await response.text());
  if (findResult(answer)?.status !== 202) throw stranger(context.intakeUrl);
  return answer as Taken;
}

function fieldsOf(options: PublishOptions): Record<string, string> {
  const { id, published, modified, source, title, kind, revision, url, language, originator, caseReference } = options;
  const fields = { source, articleId: id, revision, kind, publishedAt: published, modifiedAt: modified, url, language, title, originator, caseReference };
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function contentOf(context: Context, file: string): Promise<string> {
  if (file !== '-') return decode(await readFile(file).catch((error: unknown) => unreadable(file, error)));
  const chunks: Uint8Array[] = [];
  for await (const chunk of context.stdin) chunks.push(chunk);
  return decode(Buffer.concat(chunks));
}

/** Strict, as the server is: a file in another encoding must not be published with holes. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usage('The text is not UTF-8.');
  }
}

async function* readable(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): never {
  throw usage(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
