import { StatusChange, StreamReset } from '@docketwire/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.js';
import { EXIT, Failure } from './exit.js';
import { ask, jsonOf, queryOf, refusalOf, retryAfter, stranger } from './server.js';
import { streamReader } from './sse.js';
import type { StreamEvent } from './sse.js';

/** A place in the feed; the epoch is known once a change was seen. */
export type Place = Readonly<{ seq: number | null; epoch: string | null }>;
export type Following = Readonly<{ caseId?: string | undefined; preCharge: boolean; from: Place; onOpen: () => void; onReset: (reset: StreamReset) => void }>;

/** The server beats every 20 s: after three beats unheard the connection is dead, whatever the kernel thinks. */
const SILENCE_MS = 60_000;
/** Where the server has said nothing else. */
const RECONNECT_MS = 3_000;

type Cursor = { seq: number | null; epoch: string | null; retryMs: number };

/**
 * The changes of the feed, each once and in order, through every cut of the connection. Throws a Failure where the
 * server refuses, or where the very first connection finds nobody.
 */
export async function* follow(context: Context, following: Following): AsyncGenerator<StatusChange> {
  const cursor: Cursor = { ...following.from, retryMs: RECONNECT_MS };
  for (let first = true; ; first = false) {
    const response = await connect(context, { following, cursor, first });
    if (response) yield* changesOf(context, response, { cursor, following });
    await sleep(cursor.retryMs, undefined, { signal: context.signal });
  }
}

type Attempt = Readonly<{ following: Following; cursor: Cursor; first: boolean }>;

/** The open stream, or null where it is worth another try. */
async function connect(context: Context, { following, cursor, first }: Attempt): Promise<Response | null> {
  const answer = await ask(context, streamUrl(context.queryUrl, following, cursor), { headers: headersOf(cursor) }).catch((error: unknown) => {
    if (first || context.signal.aborted) throw error;
    return null;
  });
  if (!answer) return null;
  if (!answer.ok) return waitOrGiveUp(answer, cursor);
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) throw stranger(context.queryUrl);
  if (first) following.onOpen();
  else context.talk('Connected again.');
  return answer;
}

async function waitOrGiveUp(answer: Response, cursor: Cursor): Promise<null> {
  if (answer.status < 500 && answer.status !== 429) throw await refusalOf(answer);
  cursor.retryMs = retryAfter(answer) * 1_000;
  return null;
}

function headersOf({ seq }: Cursor): Record<string, string> {
  return { accept: 'text/event-stream', ...(seq === null ? {} : { 'last-event-id': String(seq) }) };
}

function streamUrl(queryUrl: string, { caseId, preCharge }: Following, { seq, epoch }: Cursor): string {
  return `${queryUrl}/v1/changes/stream${queryOf({ case: caseId, includePreCharge: preCharge ? 'true' : null, lastEventId: seq === null ? null : String(seq), epoch })}`;
}

type Opened = Readonly<{ cursor: Cursor; following: Following }>;

/** Ends where the connection ends, however it does. */
async function* changesOf(context: Context, response: Response, { cursor, following }: Opened): AsyncGenerator<StatusChange> {
  const reader = streamReader();
  for await (const bytes of untilSilent(context, response)) {
    yield* reader.push(bytes).flatMap((event) => take(event, cursor, following));
    cursor.retryMs = reader.retryMs() ?? cursor.retryMs;
  }
  context.talk('The connection ended; connecting again.');
}

/** The change that an event carries; none for one seen before, a reset, or an event of a newer server. */
function take(event: StreamEvent, cursor: Cursor, following: Following): StatusChange[] {
  if (event.type === 'reset') {
    const { data: reset } = StreamReset.safeParse(jsonOf(event.data));
    if (!reset) throw new Failure(EXIT.failed, 'The server sent a reset that this version does not understand.');
    Object.assign(cursor, { seq: reset.seq, epoch: reset.epoch });
    following.onReset(reset);
    return [];
  }
  if (event.type !== 'message') return [];
  const { data: change, error } = StatusChange.safeParse(jsonOf(event.data));
  if (!change) throw new Failure(EXIT.failed, `The server sent a change that this version does not understand: ${error.message}`);
  if (cursor.seq !== null && change.epoch === cursor.epoch && change.seq <= cursor.seq) return [];
  Object.assign(cursor, { seq: change.seq, epoch: change.epoch });
  return [change];
}

async function* untilSilent(context: Context, response: Response): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const silence = setTimeout(() => void reader.cancel(), SILENCE_MS);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      silence.refresh();
      yield part.value;
    }
  } catch (error) {
    // A cut in the middle is an end like another: the next connection goes on from the last change seen.
    if (context.signal.aborted) throw error;
  } finally {
    clearTimeout(silence);
    await reader.cancel().catch(() => undefined);
  }
}
