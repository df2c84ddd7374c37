import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ConfigModule, DatabaseModule, HealthModule, LoggingModule } from '@docketwire/platform';
import { PROJECTION_SCHEMA } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { Cases } from './cases.js';
import { CaseTimesController } from './case-times.controller.js';
import { CasesController } from './cases.controller.js';
import { ChangesController } from './changes.controller.js';
import { DatabaseErrors } from './database-errors.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { PageController } from './page/page.controller.js';
import { FeedHub } from './stream/feed-hub.js';
import { FeedListener } from './stream/feed-listener.js';
import { FeedStream } from './stream/feed-stream.js';
import { STREAM_TIMES } from './stream/stream-times.js';
import type { StreamTimes } from './stream/stream-times.js';

@Module({})
export class QueryModule {
  /** The stream's clocks are given, so that a spec need not wait for them. */
  static withTimes(times: StreamTimes): DynamicModule {
    return {
      module: QueryModule,
      imports: [
        ConfigModule,
        LoggingModule,
        DatabaseModule.forSchema(PROJECTION_SCHEMA),
        HealthModule.forChecks({ inject: [DataSource], useFactory: (db: DataSource) => ({ database: () => db.query('select 1') }) }),
      ],
      controllers: [CasesController, CaseTimesController, FollowUpsController, ChangesController, PageController],
      providers: [Cases, FeedHub, FeedListener, FeedStream, { provide: STREAM_TIMES, useValue: times }, { provide: APP_INTERCEPTOR, useClass: DatabaseErrors }],
    };
  }
}
