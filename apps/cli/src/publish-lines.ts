import { printable } from './context.js';
import type { Context } from './context.js';
import { EXIT, Failure } from './exit.js';
import type { ExitCode } from './exit.js';
import { findResult } from './results.js';
import type { Result } from './results.js';
import { jsonOf, patientPost, pause, refusalOf, retryAfter, stranger, tellProblem } from './server.js';

/** Far below what the server takes in one body (5,000 lines, 16 MiB), so that progress shows and a cut costs little. */
const BATCH_LINES = 500;
const BATCH_UNITS = 2_000_000;
/** Answers of "not now" to the same lines before we give up: with a pause of 5 s each, two minutes. */
const MOST_ROUNDS = 24;

type Line = Readonly<{ number: number; text: string }>;
type Tally = { accepted: number; refused: number };

/** Publishes NDJSON, a batch at a time; a line that is refused is told and holds nothing back. */
export async function publishLines(context: Context, bytes: AsyncIterable<Uint8Array>, { json }: Readonly<{ json: boolean }>): Promise<ExitCode> {
  const tally: Tally = { accepted: 0, refused: 0 };
  const post = patientPost(context);
  for await (const batch of batchesOf(linesOf(bytes))) {
    for await (const [line, result] of publishBatch(context, batch, post)) {
      tell(context, { line, result, json });
      tally[result.status === 202 ? 'accepted' : 'refused'] += 1;
    }
    context.progress(`${tally.accepted + tally.refused} updates`);
  }
  context.talk(`${tally.accepted} accepted, ${tally.refused} refused.`);
  return tally.refused > 0 ? EXIT.refused : EXIT.ok;
}

/** Each line with what became of it, in their order as far as the server took them at once. */
async function* publishBatch(context: Context, batch: readonly Line[], post: ReturnType<typeof patientPost>): AsyncGenerator<[Line, Result]> {
  let waiting = batch;
  for (let round = 0; waiting.length > 0; round++) {
    const body = waiting.map(({ text }) => text).join('\n');
    const response = await post(`${context.intakeUrl}/v1/article-updates`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body });
    if (!response.ok) throw await refusalOf(response);
    const results = findResults(await response.text(), waiting.length);
    if (!results) throw stranger(context.intakeUrl);
    const told = waiting.map((line, place): [Line, Result] => [line, results[place] as Result]);
    yield* told.filter(([, { status }]) => status !== 503);
    waiting = told.filter(([, { status }]) => status === 503).map(([line]) => line);
    if (waiting.length > 0 && round >= MOST_ROUNDS) throw new Failure(EXIT.failed, `The server could not take ${waiting.length} updates, from line ${waiting[0]?.number} on.`);
    if (waiting.length > 0) await pause(context, retryAfter(response), `${waiting.length} updates were not taken yet`);
  }
}

/** Null where there is not one for each line. */
function findResults(text: string, expected: number): Result[] | null {
  const results = text.split('\n').filter(Boolean).flatMap((line) => findResult(jsonOf(line)) ?? []);
  return results.length === expected ? results : null;
}

function tell(context: Context, { line, result, json }: Readonly<{ line: Line; result: Result; json: boolean }>): void {
  const { status, id, article, problem } = result;
  if (json) return context.out(JSON.stringify({ line: line.number, status, ...(id === null ? { problem } : { id, article }) }));
  if (id !== null) return context.out(`accepted ${printable(article ?? '')} ${id}`);
  context.talk(`line ${line.number} refused: ${tellProblem(problem) ?? status}`);
}

/** The lines that are not blank, numbered as the file has them. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const utf8 = new TextDecoder();
  let rest = '';
  let number = 0;
  const take = (text: string): Line[] => (text.trim() === '' ? (number++, []) : [{ number: ++number, text }]);
  for await (const chunk of bytes) {
    const lines = (rest + utf8.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines.flatMap(take);
  }
  yield* take(rest + utf8.decode());
}

async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = [];
  let units = 0;
  for await (const line of lines) {
    if (batch.length > 0 && (batch.length >= BATCH_LINES || units + line.text.length > BATCH_UNITS)) {
      yield batch;
      [batch, units] = [[], 0];
    }
    batch.push(line);
    units += line.text.length;
  }
  if (batch.length > 0) yield batch;
}
