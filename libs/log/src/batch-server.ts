import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { Admin, Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { startAtStoredOffsets } from './assignment.js';
import { MAX_BATCH } from './batch.js';
import type { BatchOutcome, LogBatch, LogRecord, OffsetStore } from './batch.js';
import { openKafka } from './settings.js';
import type { LogSettings } from './settings.js';

type BatchServerOptions = LogSettings &
  Readonly<{
    groupId: string;
    offsets: OffsetStore;
    sessionTimeoutMs: number;
    maxBatch?: number;
    /**
     * Partitions that are worked on at once, 1 unless given; each is still taken in order. With two or three, one batch is
     * decoded while another is written: twice the rate of a handler that waits for Postgres half of the time.
     */
    concurrency?: number;
  }>;

/** A handler that takes long must not lose its partition: so many heartbeats fit into a session. */
const BEATS = 10;
/** How long a fetch may wait for a record to come; it also bounds how long an end takes. */
const FETCH_WAIT_MS = 500;
/**
 * kafkajs fetches again only when everything it has fetched is done, and nobody works meanwhile. Twice its usual megabyte
 * makes two full batches of a partition; more would only be memory.
 */
const FETCH_PARTITION_BYTES = 2 * 1024 * 1024;
/** As much from each of twelve partitions. */
const FETCH_BYTES = 12 * FETCH_PARTITION_BYTES;
/** A failing batch comes again after this, then after twice as long, and so on up to the last. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 5_000;

/**
 * Nest's transport for batches: each `@EventPattern<string>(topic)` handler gets a `LogBatch` and answers a `BatchOutcome`.
 * Stock ServerKafka hands over single messages, commits what it could not place, and repeats a poison message for ever.
 *
 * The offset in Kafka is only a hint that trails; the true one is in the handler's own transaction.
 */
export class BatchServer extends Server implements CustomTransportStrategy {
  private consumer: Consumer | undefined;
  private admin: Admin | undefined;
  private assignment: { problem(): Error | null } | undefined;
  private readonly failures = new Map<number, { times: number; error: Error; resume?: NodeJS.Timeout }>();

  private readonly beatMs: number;

  constructor(private readonly options: BatchServerOptions) {
    super();
    this.beatMs = options.sessionTimeoutMs / BEATS;
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.start();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Rejects, saying why, while a partition cannot be read or applied. */
  async isReady(): Promise<void> {
    const problem = this.assignment?.problem() ?? [...this.failures.values()][0]?.error;
    if (problem) throw problem;
    if (!this.admin) throw new Error('not connected to a broker yet');
    await this.admin.describeCluster();
  }

  async close(): Promise<void> {
    await this.consumer?.disconnect();
    await this.admin?.disconnect();
  }

  on(): never {
    throw new Error('This transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async start(): Promise<void> {
    const kafka = openKafka(this.options, 'patient');
    const consumer = kafka.consumer({
      groupId: this.options.groupId,
      sessionTimeout: this.options.sessionTimeoutMs,
      heartbeatInterval: this.beatMs,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      maxBytesPerPartition: FETCH_PARTITION_BYTES,
      maxBytes: FETCH_BYTES,
      retry: { retries: 50, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: () => Promise.resolve(true) },
    });
    this.consumer = consumer;
    const admin = kafka.admin();
    await Promise.all([consumer.connect(), admin.connect()]);
    this.admin = admin;
    this.assignment = startAtStoredOffsets({ consumer, admin, offsets: this.options.offsets });
    consumer.on(consumer.events.GROUP_JOIN, () => this.forgetFailures());
    await consumer.subscribe({ topics: [...this.messageHandlers.keys()], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.options.concurrency ?? 1,
      eachBatch: (payload) => this.takeBatch(payload),
    });
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const beat = setInterval(() => void payload.heartbeat().catch((error: unknown) => this.logger.debug?.(`heartbeat: ${String(error)}`)), this.beatMs);
    try {
      await this.takeChunks(payload);
    } finally {
      clearInterval(beat);
    }
  }

  private async takeChunks(payload: EachBatchPayload): Promise<void> {
    const { messages } = payload.batch;
    const size = this.options.maxBatch ?? MAX_BATCH;
    for (let from = 0; from < messages.length; from += size) {
      if (!payload.isRunning() || payload.isStale()) return;
      if (!(await this.takeChunk(payload, messages.slice(from, from + size)))) return;
    }
    await this.hintOffset(payload);
  }

  /** True where the next chunk may follow. */
  private async takeChunk(payload: EachBatchPayload, messages: readonly KafkaMessage[]): Promise<boolean> {
    const { topic, partition } = payload.batch;
    const records = messages.map(recordOf);
    const [first, last] = [records[0], records.at(-1)];
    if (!first || !last) return true;
    const outcome = await this.handle({ topic, partition, records });
    if (outcome.kind === 'applied') {
      this.failures.delete(partition);
      payload.resolveOffset(String(last.offset));
      return true;
    }
    if (outcome.kind === 'failed') this.pauseAfterFailure(payload, outcome.error);
    const offset = outcome.kind === 'seek' ? outcome.offset : first.offset;
    this.consumer?.seek({ topic, partition, offset: String(offset) });
    return false;
  }

  private async handle(batch: LogBatch): Promise<BatchOutcome> {
    const handler = this.messageHandlers.get(batch.topic);
    if (!handler) throw new Error(`Subscribed to ${batch.topic} without a handler`);
    try {
      const answer: unknown = await handler(batch);
      return isObservable(answer) ? await lastValueFrom(answer) : (answer as BatchOutcome);
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  private pauseAfterFailure({ batch, pause }: EachBatchPayload, error: unknown): void {
    const times = (this.failures.get(batch.partition)?.times ?? 0) + 1;
    const pauseMs = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1));
    const resume = setTimeout(pause(), pauseMs).unref();
    this.failures.set(batch.partition, { times, error: error instanceof Error ? error : new Error(String(error)), resume });
    this.logger.error({ err: error, topic: batch.topic, partition: batch.partition, times, pauseMs }, 'A batch failed and will come again');
  }

  /** Partitions that were dealt anew are resumed by their assignment, not by a timer of an earlier one. */
  private forgetFailures(): void {
    for (const { resume } of this.failures.values()) clearTimeout(resume);
    this.failures.clear();
  }

  /** Only so that Kafka's own tools show how far we are. */
  private async hintOffset({ batch, commitOffsetsIfNecessary }: EachBatchPayload): Promise<void> {
    const offset = String(Number(batch.lastOffset()) + 1);
    try {
      await commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }] });
    } catch (error) {
      this.logger.debug?.(`offset hint: ${String(error)}`);
    }
  }
}

function isObservable(answer: unknown): answer is Observable<BatchOutcome> {
  return typeof answer === 'object' && answer !== null && 'subscribe' in answer;
}

function recordOf({ key, value, headers = {}, offset, timestamp }: KafkaMessage): LogRecord {
  const single = Object.entries(headers).map(([name, content]) => [name, Array.isArray(content) ? content.at(-1) : content] as const);
  return { key, value, headers: Object.fromEntries(single), offset: Number(offset), appendedAt: Number(timestamp) };
}
