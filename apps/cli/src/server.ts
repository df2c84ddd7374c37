import { ProblemDocument } from '@docketwire/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from './context.js';
import type { Context } from './context.js';
import { EXIT, Failure } from './exit.js';

/** Long enough for a broker election, short enough that a person still sits there. */
const PATIENCE_MS = 120_000;
const WITHOUT_RETRY_AFTER_S = 5;
/** A server that says an hour means "not in this run". */
const LONGEST_WAIT_S = 60;

/** Throws a Failure where no server answers; any answer is returned. */
export async function ask(context: Pick<Context, 'signal'>, url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: init.signal ?? context.signal });
  } catch (error) {
    if (context.signal.aborted) throw error;
    throw new Failure(EXIT.failed, `No answer from ${new URL(url).origin} (${reasonOf(error)}). Is Docketwire running? "npm start" starts it.`, { cause: error });
  }
}

/** The answer to a read. Throws a Failure for every answer but 2xx. */
export function get(context: Context, path: string): Promise<unknown> {
  return askJson(context, context.queryUrl, { path });
}

/** The answer to anything. Throws a Failure for every answer but 2xx, and for one that is no JSON. */
export async function askJson(context: Context, server: string, { path, ...init }: RequestInit & { path: string }): Promise<unknown> {
  const response = await ask(context, `${server}${path}`, { ...init, headers: { accept: 'application/json', ...(init.body ? { 'content-type': 'application/json' } : {}) } });
  if (!response.ok) throw await refusalOf(response);
  const answer = jsonOf(await response.text());
  if (answer === undefined) throw stranger(server);
  return answer;
}

/** Something else listens there, or a Docketwire of another age. */
export function stranger(url: string): Failure {
  return new Failure(EXIT.failed, `What answers at ${url} is not the Docketwire that this command line knows.`);
}

type Attempt = Readonly<{ response: Response }> | Readonly<{ waitS: number; why: string; failure: () => Promise<Failure> }>;

/**
 * Asks again as long as the server says that it cannot just now. Once it has answered at all, a lost connection counts
 * as that too: what was sent may have been taken, and sending it again is the same event.
 */
export function patientPost(context: Context): (url: string, init: RequestInit) => Promise<Response> {
  let answered = false;
  const attempt = async (url: string, init: RequestInit): Promise<Attempt> => {
    try {
      const response = await ask(context, url, init);
      answered = true;
      if (response.status !== 503 && response.status !== 429) return { response };
      return { waitS: retryAfter(response), why: 'The server cannot take it just now', failure: () => refusalOf(response) };
    } catch (error) {
      if (!answered || !(error instanceof Failure)) throw error;
      return { waitS: 1, why: 'The server is gone', failure: async () => error };
    }
  };
  return async (url, init) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const outcome = await attempt(url, init);
      if ('response' in outcome) return outcome.response;
      if (Date.now() + outcome.waitS * 1_000 > deadline) throw await outcome.failure();
      await pause(context, outcome.waitS, outcome.why);
    }
  };
}

/** `?a=1&b=2` of what is given; empty where nothing is. */
export function queryOf(asked: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

export async function pause(context: Context, seconds: number, why: string): Promise<void> {
  context.talk(`${why}: trying again in ${seconds} s.`);
  await sleep(seconds * 1_000, undefined, { signal: context.signal });
}

/** The wait that a header asks for, in whole seconds. */
export function retryAfter({ headers }: Pick<Response, 'headers'>): number {
  const text = headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1_000);
  return Number.isNaN(seconds) ? WITHOUT_RETRY_AFTER_S : Math.min(Math.max(seconds, 1), LONGEST_WAIT_S);
}

/** What a server says against a request, as it ends a command. */
export async function refusalOf(response: Response): Promise<Failure> {
  const text = await response.text();
  return new Failure(exitCodeOf(response.status), tellProblem(jsonOf(text)) ?? `${response.status} ${response.statusText}`);
}

export function tellProblem(value: unknown): string | undefined {
  const { data: problem } = ProblemDocument.safeParse(value);
  if (!problem) return undefined;
  const lines = (problem.errors ?? []).map(({ pointer, parameter, detail }) => `  ${pointer || parameter || '(whole)'}: ${detail}`);
  return [`${problem.title}${problem.detail ? ` (${problem.detail})` : ''}`, ...lines].map(printable).join('\n');
}

function exitCodeOf(status: number): Failure['exitCode'] {
  if (status === 404) return EXIT.notFound;
  return status >= 400 && status < 500 ? EXIT.refused : EXIT.failed;
}

/** Undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (cause as { code?: string }).code ?? (cause instanceof Error ? cause.message : String(cause));
}
