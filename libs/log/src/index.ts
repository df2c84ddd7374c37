/*
 * The log room: the only one that knows kafkajs. It reads partitions in batches from where the reader's own store says,
 * sends by partition lanes, and creates topics.
 *
 * - lane:    one partition's queue of records to send, one request under way
 * - batch:   a stretch of one partition
 * - outcome: what a handler made of a batch
 */
export type { BatchOutcome, LogBatch, LogRecord, OffsetStore, StoredOffset } from './batch.js';
export { BatchServer } from './batch-server.js';
export { DeadLetters } from './dead-letters.js';
export { LogModule } from './log.module.js';
export { PRODUCER, openProducer } from './producer.js';
export type { AnyRecord, RecordProducer } from './producer.js';
export type { LogSettings } from './settings.js';
export { ensureTopics } from './topics.js';
