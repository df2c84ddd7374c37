import { describe, expect, it } from 'vitest';
import { openLanes } from './lanes.js';

/** Requests that are answered by hand. */
function desk() {
  const requests: { lane: string; items: readonly number[]; answer: () => void; refuse: (error: Error) => void }[] = [];
  const lanes = openLanes<number>((lane, items) => new Promise((answer, refuse) => void requests.push({ lane, items, answer, refuse })), (item) => item);
  return { lanes, requests };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  it('carry what arrives during a request in the next one, in order', async () => {
    const { lanes, requests } = desk();
    const all = [1, 2, 3].map((item) => lanes.add('a', item));
    expect(requests.map(({ items }) => items)).toEqual([[1]]);
    requests[0]?.answer();
    await turn();
    expect(requests.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    requests[1]?.answer();
    await Promise.all(all);
  });

  it('do not wait for each other', () => {
    const { lanes, requests } = desk();
    void lanes.add('a', 1);
    void lanes.add('b', 2);
    expect(requests.map(({ lane }) => lane)).toEqual(['a', 'b']);
  });

  it('tell a failure to those whose request failed, and go on', async () => {
    const { lanes, requests } = desk();
    const first = lanes.add('a', 1);
    const second = lanes.add('a', 2);
    requests[0]?.refuse(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    requests[1]?.answer();
    await expect(second).resolves.toBeUndefined();
  });

  it('never put more than 500 into one request', async () => {
    const { lanes, requests } = desk();
    const all = Array.from({ length: 1_200 }, () => lanes.add('a', 1));
    for (let place = 0; place < 4; place += 1) {
      requests[place]?.answer();
      await turn();
    }
    await Promise.all(all);
    expect(requests.map(({ items }) => items.length)).toEqual([1, 500, 500, 199]);
  });

  it('never put more bytes into one request than a batch may have, and a record that is too long alone into its own', async () => {
    const { lanes, requests } = desk();
    const all = [1, 500_000, 400_000, 1, 2_000_000, 600_000].map((bytes) => lanes.add('a', bytes));
    for (let place = 0; place < 5; place += 1) {
      requests[place]?.answer();
      await turn();
    }
    await Promise.all(all);
    expect(requests.map(({ items }) => items)).toEqual([[1], [500_000, 400_000], [1], [2_000_000], [600_000]]);
  });

  it('are drained when the last request is answered', async () => {
    const { lanes, requests } = desk();
    let drained = false;
    void lanes.add('a', 1);
    const ended = lanes.drained().then(() => (drained = true));
    await turn();
    expect(drained).toBe(false);
    requests[0]?.answer();
    await ended;
    expect(drained).toBe(true);
  });
});
