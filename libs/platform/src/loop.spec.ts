import { describe, expect, it } from 'vitest';
import { openLoop } from './loop.js';

/** A loop whose steps are let go one by one. */
function steppedLoop(idleMs = 60_000) {
  const started: (() => void)[] = [];
  const steps: ((more: boolean | Error) => void)[] = [];
  const failures: unknown[] = [];
  const loop = openLoop({
    idleMs,
    failed: (error) => failures.push(error),
    step: () =>
      new Promise((resolve, reject) => {
        steps.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
        started.shift()?.();
      }),
  });
  const next = () => new Promise<void>((resolve) => started.push(resolve));
  return { loop, steps, failures, next };
}

describe('a loop', () => {
  it('goes on at once while there is more, and waits when there is not', async () => {
    const { loop, steps, next } = steppedLoop();
    const second = next();
    steps[0]?.(true);
    await second;
    steps[1]?.(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect(steps).toHaveLength(2);
    const third = next();
    loop.wake();
    await third;
    steps[2]?.(false);
    await loop.stop();
  });

  it('remembers being woken during a step', async () => {
    const { loop, steps, next } = steppedLoop();
    const second = next();
    loop.wake();
    steps[0]?.(false);
    await second;
    expect(steps).toHaveLength(2);
    steps[1]?.(false);
    await loop.stop();
  });

  it('tells a failure, pauses, and goes on', async () => {
    const { loop, steps, failures, next } = steppedLoop(1);
    const second = next();
    steps[0]?.(new Error('away'));
    await second;
    expect(failures).toEqual([new Error('away')]);
    steps[1]?.(false);
    const third = next();
    await third;
    const stopped = loop.stop();
    steps[2]?.(true);
    await stopped;
    expect(steps).toHaveLength(3);
  });
});
