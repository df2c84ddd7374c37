import { Redriven } from '@docketwire/contracts';
import { printable } from './context.js';
import type { Context } from './context.js';
import { EXIT, Failure, usage } from './exit.js';
import type { ExitCode } from './exit.js';
import { pathOf } from './parked.js';
import { ask, askJson, queryOf, refusalOf, stranger } from './server.js';
import { countWords } from './wording.js';

export type ActOptions = Readonly<{ dryRun?: boolean; yes?: boolean; json?: boolean }>;

/** What became of one record, or would. */
type Outcome = Readonly<{ place: string; outcome: string; says: string; bad: boolean }>;

/** Publishes records again, or says what would become of them; one that would break again ends a dry run with 1. */
export function redriveParked(context: Context, places: readonly string[], options: ActOptions): Promise<ExitCode> {
  return act(context, { ...options, places, word: 'redrive', one: (place) => redriveOne(context, place, options.dryRun ?? false) });
}

/** Forgets records. */
export function discardParked(context: Context, places: readonly string[], options: ActOptions & Readonly<{ reason: string }>): Promise<ExitCode> {
  return act(context, { ...options, places, word: 'discard', one: (place) => discardOne(context, place, options) });
}

type Act = ActOptions & Readonly<{ places: readonly string[]; word: 'redrive' | 'discard'; one: (place: string) => Promise<Outcome> }>;

async function act(context: Context, { places, word, one, dryRun, yes, json }: Act): Promise<ExitCode> {
  places.forEach(pathOf);
  if (!dryRun && !yes) await confirm(context, word, places.length);
  let code: ExitCode = EXIT.ok;
  for (const place of new Set(places)) {
    const { bad, says, ...outcome } = await one(place);
    context.out(json ? JSON.stringify({ ...outcome, says }) : `${place}  ${printable(says)}`);
    if (bad) code = EXIT.failed;
  }
  if (dryRun) context.talk('A dry run: nothing was changed.');
  return code;
}

async function redriveOne(context: Context, place: string, dryRun: boolean): Promise<Outcome> {
  const answer = await askJson(context, context.projectorUrl, { path: `${pathOf(place)}:redrive`, method: 'POST', body: JSON.stringify({ dryRun }) });
  const result = Redriven.safeParse(answer).data;
  if (!result) throw stranger(context.projectorUrl);
  return { place, outcome: result.outcome, says: wordsOf(result), bad: result.outcome === 'would_break' };
}

function wordsOf({ outcome, changes, reason }: Redriven): string {
  if (outcome === 'published') return 'published again';
  return outcome === 'would_apply' ? `would be applied, with ${countWords(changes ?? 0, 'change')}` : `would break again: ${reason}`;
}

async function discardOne(context: Context, place: string, { dryRun, reason }: ActOptions & Readonly<{ reason: string }>): Promise<Outcome> {
  const path = `${context.projectorUrl}${pathOf(place)}`;
  const response = await (dryRun ? ask(context, path) : ask(context, `${path}${queryOf({ reason })}`, { method: 'DELETE' }));
  if (!response.ok) throw await refusalOf(response);
  return { place, outcome: dryRun ? 'would_discard' : 'discarded', says: dryRun ? 'would be discarded' : 'discarded', bad: false };
}

/** Asks for the word itself: a key that is hit by habit must not do it. Throws a Failure where nobody can be asked. */
async function confirm(context: Context, word: string, count: number): Promise<void> {
  if (!context.interactive) throw usage(`Say --yes to ${word} ${countWords(count, 'record')} without being asked, or --dry-run to see what would happen.`);
  context.talk(`Type "${word}" to ${word} ${countWords(count, 'record')}:`);
  if ((await answerOf(context)) !== word) throw new Failure(EXIT.interrupted, 'Nothing was changed.');
}

async function answerOf({ stdin }: Context): Promise<string> {
  let text = '';
  for await (const chunk of stdin) {
    text += Buffer.from(chunk).toString();
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]?.trim() ?? '';
}
