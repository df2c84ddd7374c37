export type Loop = Readonly<{
  /** There is something to do: do not wait out the pause. */
  wake(): void;
  /** Resolves when the step under way has ended; none follows. */
  stop(): Promise<void>;
}>;

type LoopOptions = Readonly<{
  /** One piece of work; true where more may wait. */
  step: () => Promise<boolean>;
  failed: (error: unknown) => void;
  /** The pause when there was nothing more to do, unless woken. */
  idleMs: number;
}>;

/** Does `step` again and again, one at a time; after a failure it pauses as when idle, so that an outage is no busy loop. */
export function openLoop({ step, failed, idleMs }: LoopOptions): Loop {
  let stopped = false;
  let woken = false;
  let wakeUp: () => void = () => undefined;

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const more = await step().catch((error: unknown) => {
        failed(error);
        return false;
      });
      if (!more) await pause();
    }
  }

  function pause(): Promise<void> {
    if (woken || stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const wake = (): void => {
    woken = true;
    wakeUp();
  };
  const running = run();
  return {
    wake,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
