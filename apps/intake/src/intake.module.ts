import { ConfigModule, DatabaseModule, HealthModule, LoggingModule } from '@docketwire/platform';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ArticleUpdatesController } from './article-updates.controller.js';
import { Broker } from './broker.js';
import { Publisher } from './publisher.js';
import { Receipts } from './receipts.js';
import { INTAKE_SCHEMA } from './schema.js';

@Module({ imports: [ConfigModule], providers: [Broker], exports: [Broker] })
class BrokerModule {}

@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    BrokerModule,
    DatabaseModule.forSchema(INTAKE_SCHEMA),
    HealthModule.forChecks(
      {
        inject: [Broker, DataSource],
        useFactory: (broker: Broker, source: DataSource) => ({ broker: () => broker.isReady(), database: () => source.query('select 1') }),
      },
      [BrokerModule],
    ),
  ],
  controllers: [ArticleUpdatesController],
  providers: [Publisher, Receipts],
})
export class IntakeModule {}
