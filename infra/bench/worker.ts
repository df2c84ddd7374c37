import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a consumer is to read: a topic of so many events, into the table `plain` of a database. */
export type Job = Readonly<{ topic: string; group: string; brokers: readonly string[]; databaseUrl: string; events: number; /** So many are read before the clock starts. */ warmUp: number }>;

/** What it took, from the first event after the warm-up to the commit of the last. */
export type Taken = Readonly<{ events: number; ms: number; /** Processor time of its process. */ cpuUs: number }>;

/** A consumer in a process of its own, kept for all rounds: a real one runs for weeks. */
export type Worker = Readonly<{
  /** `at` is called when the clock starts and when it stops; what follows is the end of the connections. */
  run(job: Job, at: (mark: Mark) => void): Promise<Taken>;
  stop(): void;
}>;

export type Mark = 'begun' | 'finished';
type Answer = Readonly<{ mark: Mark }> | Readonly<{ taken: Taken }> | Readonly<{ error: string }>;

const RUN_TIMEOUT_MS = 5 * 60_000;
const HOOK = join(import.meta.dirname, 'run-built.mjs');

export function startWorker(file: string): Worker {
  const child = fork(join(import.meta.dirname, file), { execArgv: ['--disable-warning=TimeoutNegativeWarning', '--import', HOOK] });
  const end = (): unknown => child.kill('SIGKILL');
  process.once('exit', end);
  return {
    run: (job, at) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${file} did not read ${job.topic} within ${RUN_TIMEOUT_MS} ms`)), RUN_TIMEOUT_MS);
        const settle = (settled: () => void): void => {
          clearTimeout(timer);
          child.off('message', take).off('exit', died);
          settled();
        };
        const take = (answer: Answer): void => {
          if ('mark' in answer) at(answer.mark);
          else if ('taken' in answer) settle(() => resolve(answer.taken));
          else settle(() => reject(new Error(answer.error)));
        };
        const died = (): void => settle(() => reject(new Error(`${file} ended while it read ${job.topic}`)));
        child.on('message', take).once('exit', died);
        child.send(job);
      }),
    stop: () => {
      process.off('exit', end);
      child.disconnect();
    },
  };
}

/** Counts events as they are done, and times them. */
export type Meter = Readonly<{
  /** To be called before the work on some events begins. */
  enter(): void;
  done(events: number): void;
}>;

/** In the worker's process: does job after job. `consume` returns how to end it. */
export function serveJobs(consume: (job: Job, meter: Meter) => Promise<() => Promise<void>>): void {
  const tell = (answer: Answer): void => void process.send?.(answer);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (job: Job) => {
    doJob(job, consume, tell).catch((error: unknown) => tell({ error: String((error as Error).stack) }));
  });
}

async function doJob(job: Job, consume: (job: Job, meter: Meter) => Promise<() => Promise<void>>, tell: (answer: Answer) => void): Promise<void> {
  const { promise: taken, resolve } = Promise.withResolvers<Taken>();
  const close = await consume(job, openMeter(job, () => tell({ mark: 'begun' }), resolve));
  const answer = await taken;
  tell({ mark: 'finished' });
  await close();
  tell({ taken: answer });
}

function openMeter({ events, warmUp }: Job, begun: () => void, finished: (taken: Taken) => void): Meter {
  let seen = 0;
  let timed = 0;
  let start: { at: number; cpu: NodeJS.CpuUsage } | null = null;
  return {
    enter: () => {
      if (start || seen < warmUp) return;
      begun();
      start = { at: performance.now(), cpu: process.cpuUsage() };
    },
    done: (count) => {
      seen += count;
      if (!start) return;
      timed += count;
      if (seen < events) return;
      const { user, system } = process.cpuUsage(start.cpu);
      finished({ events: timed, ms: performance.now() - start.at, cpuUs: user + system });
    },
  };
}
