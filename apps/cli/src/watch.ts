import type { StatusChange } from '@docketwire/contracts';
import { changeLine } from './change-line.js';
import type { Context } from './context.js';
import { EXIT, Failure, usage } from './exit.js';
import type { ExitCode } from './exit.js';
import { follow } from './feed.js';
import type { Following } from './feed.js';
import { PRESUMPTION } from './wording.js';

export type WatchOptions = Readonly<{ after?: string; count?: string; timeout?: string; preCharge?: boolean; json?: boolean }>;

type Run = { seen: number; seq: number | null; readonly count: number | null; readonly timeout: number | null };

/** Prints every change as it comes, until it is stopped, has seen `--count` of them, or `--timeout` is over. */
export async function watch(context: Context, caseId: string | undefined, options: WatchOptions): Promise<ExitCode> {
  const after = numberOf('--after', options.after, 0);
  const run: Run = { seen: 0, seq: after, count: numberOf('--count', options.count, 1), timeout: numberOf('--timeout', options.timeout, 1) };
  const signal = run.timeout === null ? context.signal : AbortSignal.any([context.signal, AbortSignal.timeout(run.timeout * 1_000)]);
  try {
    const following = followingOf(context, { caseId, after, preCharge: options.preCharge ?? false });
    await print(context, { changes: follow({ ...context, signal }, following), json: options.json ?? false, run });
    return EXIT.ok;
  } catch (error) {
    if (!signal.aborted) throw error;
    if (run.seq !== null) context.talk(`Go on with: docketwire watch${caseId ? ` ${caseId}` : ''} --after ${run.seq}`);
    return stopped(context, run);
  }
}

type Printing = Readonly<{ changes: AsyncIterable<StatusChange>; json: boolean; run: Run }>;

/** Ends when there were enough. */
async function print(context: Context, { changes, json, run }: Printing): Promise<void> {
  for await (const change of changes) {
    context.out(json ? JSON.stringify(change) : `#${change.seq} ${change.knownAt.slice(0, 19)}Z ${changeLine(change)}`);
    run.seq = change.seq;
    run.seen += 1;
    if (run.seen === run.count) return;
  }
}

function stopped(context: Context, { seen, count, timeout }: Run): ExitCode {
  if (context.signal.aborted) return EXIT.interrupted;
  if (count !== null) throw new Failure(EXIT.failed, `${seen} of ${count} changes came within ${timeout} s.`);
  return EXIT.ok;
}

type Asked = Readonly<{ caseId: string | undefined; after: number | null; preCharge: boolean }>;

function followingOf(context: Context, { caseId, after, preCharge }: Asked): Following {
  return {
    caseId,
    preCharge,
    from: { seq: after, epoch: null },
    onOpen: () => context.talk(`Watching ${caseId ? `case ${caseId}` : 'all cases'} at ${context.queryUrl}; Ctrl-C ends it. ${PRESUMPTION}`),
    onReset: ({ seq }) => context.talk(`The feed has been restored or does not reach that far: read the cases again. Going on after change ${seq}.`),
  };
}

function numberOf(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw usage(`${option} takes a whole number from ${least}, not "${text}".`);
  return Number(text);
}
