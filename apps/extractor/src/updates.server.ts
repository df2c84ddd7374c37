import type { FactoryProvider } from '@nestjs/common';
import { BatchServer } from '@docketwire/log';
import { CONFIG, openOffsetStore } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { DataSource } from 'typeorm';
import { OFFSET_TABLE } from './schema.js';

export const UPDATES_SERVER = Symbol('UpdatesServer');

/** A batch is one transaction, and reading takes milliseconds an article: fewer than the log's own limit. */
const MAX_BATCH = 100;

export const updatesServerProvider: FactoryProvider<BatchServer> = {
  provide: UPDATES_SERVER,
  inject: [CONFIG, DataSource],
  useFactory: ({ kafkaBrokers, kafkaSessionTimeoutMs }: Config, source: DataSource) =>
    new BatchServer({ brokers: kafkaBrokers, sessionTimeoutMs: kafkaSessionTimeoutMs, clientId: 'extractor', groupId: 'extractor', offsets: openOffsetStore(source, OFFSET_TABLE), maxBatch: MAX_BATCH }),
};
