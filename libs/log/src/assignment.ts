import { Logger } from '@nestjs/common';
import type { Admin, Consumer } from 'kafkajs';
import type { OffsetStore } from './batch.js';
import { startOffset } from './start-offset.js';
import type { Watermarks } from './start-offset.js';

type Assignment = Readonly<{ consumer: Consumer; admin: Admin; offsets: OffsetStore }>;

/** Postgres or the broker may be away while partitions are handed out; the group waits no longer for us than for them. */
const RETRY_MS = 1_000;

/**
 * Starts every newly assigned partition at the offset that is stored beside what was written.
 *
 * The partitions are paused in the event handler itself, before kafkajs can fetch; they are resumed once they have been
 * sought. A look-up without the pause races the first fetch.
 */
export function startAtStoredOffsets(assignment: Assignment): { problem(): Error | null } {
  const { consumer } = assignment;
  const logger = new Logger('Assignment');
  let generation = 0;
  let problem: Error | null = new Error('not in the consumer group yet');

  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    generation += 1;
    problem = Object.keys(payload.memberAssignment).length > 0 ? new Error('the assigned partitions are not sought yet') : null;
    for (const [topic, partitions] of Object.entries(payload.memberAssignment)) {
      consumer.pause([{ topic, partitions }]);
      void start(topic, partitions, generation);
    }
  });

  async function start(topic: string, partitions: readonly number[], of: number): Promise<void> {
    while (generation === of && !(await tryToStart(topic, partitions, of))) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }

  async function tryToStart(topic: string, partitions: readonly number[], of: number): Promise<boolean> {
    try {
      const starts = await readStarts(assignment, topic, partitions);
      if (generation === of) begin(topic, starts);
      return true;
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error));
      logger.error({ err: error, topic, partitions }, 'The assigned partitions could not be started');
      return false;
    }
  }

  function begin(topic: string, starts: ReadonlyMap<number, number>): void {
    for (const [partition, offset] of starts) consumer.seek({ topic, partition, offset: String(offset) });
    consumer.resume([{ topic, partitions: [...starts.keys()] }]);
    problem = null;
  }

  return { problem: () => problem };
}

async function readStarts({ admin, offsets }: Assignment, topic: string, partitions: readonly number[]): Promise<Map<number, number>> {
  const [stored, marks, { clusterId }] = await Promise.all([offsets.load(topic, partitions), readWatermarks(admin, topic), admin.describeCluster()]);
  const starts = new Map<number, number>();
  for (const partition of partitions) {
    const log = { ...(marks.get(partition) ?? { low: 0, high: 0 }), clusterId };
    const next = startOffset({ topic, partition }, stored.get(partition), log);
    if (!stored.has(partition)) await offsets.init(topic, partition, { next, clusterId });
    starts.set(partition, next);
  }
  return starts;
}

async function readWatermarks(admin: Admin, topic: string): Promise<Map<number, Watermarks>> {
  const marks = await admin.fetchTopicOffsets(topic);
  return new Map(marks.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]));
}
