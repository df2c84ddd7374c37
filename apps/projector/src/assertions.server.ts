import type { FactoryProvider } from '@nestjs/common';
import { BatchServer } from '@docketwire/log';
import { CONFIG, openOffsetStore } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { PROJECTION_OFFSETS, checkViewVersion } from '@docketwire/projection';
import { DataSource } from 'typeorm';

export const ASSERTIONS_SERVER = Symbol('AssertionsServer');

export const assertionsServerProvider: FactoryProvider<Promise<BatchServer>> = {
  provide: ASSERTIONS_SERVER,
  inject: [CONFIG, DataSource],
  useFactory: async ({ kafkaBrokers, kafkaSessionTimeoutMs }: Config, source: DataSource) => {
    await checkViewVersion(source);
    return new BatchServer({ brokers: kafkaBrokers, sessionTimeoutMs: kafkaSessionTimeoutMs, clientId: 'projector', groupId: 'projector', offsets: openOffsetStore(source, PROJECTION_OFFSETS) });
  },
};
