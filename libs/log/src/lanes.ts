export type Lanes<Item> = Readonly<{
  /** Resolves when the request that carried the item has been answered; rejects with what that request failed with. */
  add(lane: string, item: Item): Promise<void>;
  /** Resolves when no lane has anything under way. */
  drained(): Promise<void>;
}>;

type Waiting<Item> = { item: Item; answered: () => void; failed: (error: unknown) => void };

/** kafkajs copies its list once per message of a send (quadratic): 500 is far below where that shows. */
const MAX_BATCH = 500;
/**
 * One request is one batch on the topic, and the broker refuses a batch above `max.message.bytes` (1,048,588 unless set):
 * all of it, and again on every retry. The rest is room for what the batch itself adds.
 */
const MAX_BYTES = 900_000;

/**
 * One request at a time in each lane; what arrives meanwhile makes the next one. So the order of a lane is the order of
 * `add`, and the busier a lane, the larger its batches.
 */
export function openLanes<Item>(send: (lane: string, items: readonly Item[]) => Promise<void>, bytesOf: (item: Item) => number): Lanes<Item> {
  const lanes = new Map<string, Waiting<Item>[]>();
  const running = new Set<Promise<void>>();

  async function run(lane: string, queue: Waiting<Item>[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, batchLength(queue.slice(0, MAX_BATCH).map(({ item }) => bytesOf(item))));
      await send(lane, batch.map(({ item }) => item)).then(
        () => batch.forEach(({ answered }) => answered()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      );
    }
    lanes.delete(lane);
  }

  return {
    add: (lane, item) =>
      new Promise((answered, failed) => {
        const queue = lanes.get(lane);
        if (queue) return void queue.push({ item, answered, failed });
        const fresh = [{ item, answered, failed }];
        lanes.set(lane, fresh);
        const ended = run(lane, fresh).finally(() => running.delete(ended));
        running.add(ended);
      }),
    drained: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** How many go into the next request: at least one, since a record that is too long alone must be refused by the broker. */
function batchLength(bytes: readonly number[]): number {
  let sum = 0;
  const over = bytes.findIndex((each) => (sum += each) > MAX_BYTES);
  return over < 0 ? bytes.length : Math.max(over, 1);
}
