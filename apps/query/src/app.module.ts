import { Module } from '@nestjs/common';
import { QueryModule } from './query.module.js';
import { DEFAULT_STREAM_TIMES } from './stream/stream-times.js';

/** The app as it runs. */
@Module({ imports: [QueryModule.withTimes(DEFAULT_STREAM_TIMES)] })
export class AppModule {}
