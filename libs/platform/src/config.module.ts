import { Module } from '@nestjs/common';
import { CONFIG, readConfig } from './config.js';

/** The settings of the process, read once. */
@Module({
  providers: [{ provide: CONFIG, useFactory: () => readConfig(process.env) }],
  exports: [CONFIG],
})
export class ConfigModule {}
