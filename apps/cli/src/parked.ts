import { ParkedDetail, ParkedList } from '@docketwire/contracts';
import type { Parked } from '@docketwire/contracts';
import { printable } from './context.js';
import type { Context } from './context.js';
import { EXIT, usage } from './exit.js';
import type { ExitCode } from './exit.js';
import { askJson, queryOf, stranger } from './server.js';
import { countWords } from './wording.js';

export type ParkedListOptions = Readonly<{ case?: string; json?: boolean }>;

export async function listParked(context: Context, options: ParkedListOptions): Promise<ExitCode> {
  let shown = 0;
  for await (const parked of parkedOf(context, `/v1/parked${queryOf({ case: options.case })}`)) {
    context.out(options.json ? JSON.stringify(parked) : lineOf(parked));
    shown += 1;
  }
  context.talk(shown === 0 ? 'Nothing is parked.' : `${countWords(shown, 'record')} parked.`);
  return EXIT.ok;
}

async function* parkedOf(context: Context, first: string): AsyncGenerator<Parked> {
  for (let path: string | null = first; path !== null; ) {
    const page: ParkedList | undefined = ParkedList.safeParse(await askJson(context, context.projectorUrl, { path })).data;
    if (!page) throw stranger(context.projectorUrl);
    yield* page.parked;
    path = page.next;
  }
}

export async function showParked(context: Context, place: string, { json }: { json?: boolean }): Promise<ExitCode> {
  const answer = await askJson(context, context.projectorUrl, { path: pathOf(place) });
  if (json) {
    context.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  const found = ParkedDetail.safeParse(answer).data;
  if (!found) throw stranger(context.projectorUrl);
  const { key, value, headers } = found.record;
  const lines = [lineOf(found), `event ${found.event}`, `key ${textOf(key)}`, ...Object.entries(headers).map(([name, content]) => `${name}: ${textOf(content)}`), '', textOf(value)];
  for (const line of lines) context.out(printable(line));
  return EXIT.ok;
}

/** `topic/partition/offset`, as it stands in the path of its address. Throws a Failure for anything else. */
export function pathOf(place: string): string {
  if (!/^[\w.-]+\/\d+\/\d+$/.test(place)) throw usage(`"${printable(place)}" is not topic/partition/offset: "docketwire parked list" prints them.`);
  return `/v1/parked/${place}`;
}

function lineOf({ topic, partition, offset, case: caseId, parkedAt, reason }: Parked): string {
  return `${topic}/${partition}/${offset}  ${caseId ? `case ${caseId}` : 'no case'}, parked ${parkedAt.slice(0, 19)}Z: ${printable(reason)}`;
}

/** What is no UTF-8 shows as replacement characters; `--json` has the bytes. */
function textOf(base64: string | null): string {
  return base64 === null ? '(none)' : Buffer.from(base64, 'base64').toString();
}
