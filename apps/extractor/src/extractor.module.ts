import { Module } from '@nestjs/common';
import { LogModule } from '@docketwire/log';
import { ConfigModule, DatabaseModule, HealthModule, LoggingModule } from '@docketwire/platform';
import { DataSource } from 'typeorm';
import { OutboxRelay } from './outbox.relay.js';
import { EXTRACT_SCHEMA } from './schema.js';
import { UpdatesConsumer } from './updates.consumer.js';
import { updatesServerProvider, UPDATES_SERVER } from './updates.server.js';

@Module({
  imports: [ConfigModule, LoggingModule, LogModule.forApp('extractor'), DatabaseModule.forSchema(EXTRACT_SCHEMA)],
  controllers: [UpdatesConsumer],
  providers: [OutboxRelay, updatesServerProvider],
  exports: [updatesServerProvider],
})
class ReadingModule {}

@Module({
  imports: [
    ReadingModule,
    HealthModule.forChecks(
      {
        inject: [DataSource, UPDATES_SERVER],
        useFactory: (source: DataSource, server: { isReady(): Promise<void> }) => ({ database: () => source.query('select 1'), log: () => server.isReady() }),
      },
      [ReadingModule],
    ),
  ],
})
export class ExtractorModule {}
