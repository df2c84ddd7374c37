import { Module } from '@nestjs/common';
import { LogModule } from '@docketwire/log';
import { ConfigModule, DatabaseModule, HealthModule, LoggingModule } from '@docketwire/platform';
import { PROJECTION_SCHEMA } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { AssertionsConsumer } from './assertions.consumer.js';
import { ASSERTIONS_SERVER, assertionsServerProvider } from './assertions.server.js';
import { FeedRelay } from './feed.relay.js';
import { ParkedController } from './parked.controller.js';
import { ParkedRecords } from './parked.js';
import { applyOnceProvider, projectionProvider } from './projection.provider.js';

@Module({
  imports: [ConfigModule, LoggingModule, LogModule.forApp('projector'), DatabaseModule.forSchema(PROJECTION_SCHEMA)],
  controllers: [AssertionsConsumer, ParkedController],
  providers: [FeedRelay, ParkedRecords, applyOnceProvider, projectionProvider, assertionsServerProvider],
  exports: [assertionsServerProvider],
})
class ProjectionModule {}

@Module({
  imports: [
    ProjectionModule,
    HealthModule.forChecks(
      {
        inject: [DataSource, ASSERTIONS_SERVER],
        useFactory: (source: DataSource, server: { isReady(): Promise<void> }) => ({ database: () => source.query('select 1'), log: () => server.isReady() }),
      },
      [ProjectionModule],
    ),
  ],
})
export class ProjectorModule {}
