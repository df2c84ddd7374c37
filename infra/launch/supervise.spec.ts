import { describe, expect, it } from 'vitest';
import { nextPauseMs, supervise, type Service } from './supervise.ts';

describe('a service that ends', () => {
  it('waits longer from time to time, up to a quarter of a minute', () => {
    const pauses = [undefined, 0, 0, 0, 0, 0, 0].reduce<number[]>((all) => [...all, nextPauseMs(all.at(-1), 1_000)], []);
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('waits shortly again once it ran for a while', () => {
    expect(nextPauseMs(15_000, 60_000)).toBe(500);
  });

  it('is started again, and the user is told', async () => {
    const services = [service(), service()];
    const said: string[] = [];
    const second = Promise.withResolvers<void>();
    let starts = 0;
    const { first, stop } = await supervise({
      name: 'query',
      say: (line) => void (said.push(line), line.includes('back') && second.resolve()),
      start: async () => services[starts++] as ReturnType<typeof service>,
    });
    first.end();
    await second.promise;
    await stop();
    expect(said).toEqual(['query ended; starting it again in 0.5 s.', 'query is back.']);
    expect(services.map(({ stops }) => stops())).toEqual([0, 1]);
  });

  it('stays down once all is being stopped', async () => {
    let starts = 0;
    const { stop } = await supervise({ name: 'query', say: () => undefined, start: async () => (starts++, service()) });
    await stop();
    expect(starts).toBe(1);
  });

  it('that never came up is an error for whoever started it', async () => {
    await expect(supervise({ name: 'query', say: () => undefined, start: () => Promise.reject(new Error('no database')) })).rejects.toThrow('no database');
  });
});

/** A service that ends when the spec says so. */
function service(): Service & { end: () => void; stops: () => number } {
  const exit = Promise.withResolvers<void>();
  let stops = 0;
  const stop = async (): Promise<void> => {
    stops++;
    exit.resolve();
  };
  return { exited: exit.promise, end: exit.resolve, stops: () => stops, stop };
}
