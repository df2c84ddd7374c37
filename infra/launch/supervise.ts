import { setTimeout as sleep } from 'node:timers/promises';

/** Something that runs until it is stopped, or ends by itself. */
export type Service = Readonly<{ exited: Promise<unknown>; stop: () => Promise<unknown> }>;

export type Supervision<S extends Service> = Readonly<{
  name: string;
  /** Resolves when the service is ready to be used. */
  start: () => Promise<S>;
  /** Where a restart is told to the user. */
  say: (line: string) => void;
}>;

/** The pause before a service that ended is started again: short at first, longer while it keeps ending. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A service that ran so long has recovered: the next pause is short again. */
const SETTLED_MS = 30_000;

/** The pause before the next start, by the last pause and how long the service ran after it. */
export function nextPauseMs(lastPauseMs: number | undefined, ranMs: number): number {
  return lastPauseMs === undefined || ranMs >= SETTLED_MS ? FIRST_PAUSE_MS : Math.min(2 * lastPauseMs, LONGEST_PAUSE_MS);
}

export type Supervised<S extends Service> = Readonly<{ first: S; stop: () => Promise<void> }>;

/** Starts a service and, from then on, starts it again whenever it ends. Throws if it does not come up the first time. */
export async function supervise<S extends Service>(supervision: Supervision<S>): Promise<Supervised<S>> {
  const stopping = new AbortController();
  const first = await supervision.start();
  let service = first;
  const watching = watch();
  return {
    first,
    stop: async () => {
      stopping.abort();
      await service.stop();
      await watching;
    },
  };

  async function watch(): Promise<void> {
    let pauseMs: number | undefined;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      await service.exited;
      pauseMs = nextPauseMs(pauseMs, Date.now() - startedAt);
      while (!stopping.signal.aborted && !(await comesBack(pauseMs))) pauseMs = nextPauseMs(pauseMs, 0);
    }
  }

  async function comesBack(pauseMs: number): Promise<boolean> {
    const { name, start, say } = supervision;
    say(`${name} ended; starting it again in ${pauseMs / 1_000} s.`);
    try {
      await sleep(pauseMs, undefined, { signal: stopping.signal });
      service = await start();
    } catch (error) {
      if (!stopping.signal.aborted) say(`${name} did not come up: ${(error as Error).message}`);
      return false;
    }
    // All was stopped while it started: it must not stay.
    if (stopping.signal.aborted) await service.stop();
    else say(`${name} is back.`);
    return true;
  }
}
