import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../row.ts';

export type Latency = Readonly<{ p50: number; p99: number; count: number }>;

/** What is sent at a fixed rate, and when each came out at the other end. */
export type Pace = Readonly<{ rate: number; seconds: number; send: (n: number) => Promise<unknown> }>;

/** After the last was sent, so long for those under way. */
const LAST_WAIT_MS = 20_000;
const LOOK_MS = 10;

/**
 * Sends by the clock, whether or not earlier ones have come out: a sender that waits would hide exactly the delays that
 * are asked for. A latency is counted from the moment at which it was due.
 */
export async function keepPace({ rate, seconds, send }: Pace, heard: ReadonlyMap<number, number>): Promise<Latency> {
  const count = rate * seconds;
  const due = new Map<number, number>();
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  while (sent.length < count) {
    const soFar = Math.min(count, Math.floor(((performance.now() - start) / 1_000) * rate) + 1);
    for (let n = sent.length; n < soFar; n += 1) {
      due.set(n, start + (n / rate) * 1_000);
      sent.push(send(n));
    }
    await sleep(1);
  }
  await Promise.all(sent);
  for (const end = performance.now() + LAST_WAIT_MS; heard.size < count && performance.now() < end; ) await sleep(LOOK_MS);
  if (heard.size < count) throw new Error(`Of ${count} sent, ${heard.size} came out`);
  const latencies = [...due].map(([n, at]) => (heard.get(n) ?? NaN) - at);
  return { p50: percentile(latencies, 50), p99: percentile(latencies, 99), count };
}
