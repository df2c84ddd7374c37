import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, EntitySchema, MigrationInterface } from 'typeorm';
import { CONFIG } from './config.js';
import type { Config } from './config.js';
import { ConfigModule } from './config.module.js';

type Class<T> = new () => T;

/** A Postgres schema's tables and how they come to be. `name` also names its table of migrations. */
export type Schema = Readonly<{
  name: string;
  entities: readonly (EntitySchema | Class<object>)[];
  migrations: readonly Class<MigrationInterface>[];
}>;

/** Any number, the same for every app: two that start together migrate one after the other. */
const MIGRATION_LOCK = 5_011_963;
const STATEMENT_TIMEOUT_MS = 15_000;
/** An owner that was paused must not hold a partition's row from its successor for longer. */
const LOCK_TIMEOUT_MS = 5_000;

export function dataSourceOptions(url: string, schema: Schema): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    migrationsTableName: `${schema.name}_migrations`,
    synchronize: false,
    poolSize: 10,
    connectTimeoutMS: 5_000,
    extra: { statement_timeout: STATEMENT_TIMEOUT_MS, lock_timeout: LOCK_TIMEOUT_MS, idle_in_transaction_session_timeout: LOCK_TIMEOUT_MS },
  };
}

/** Brings the schema up to date; safe to call from several processes at once. */
export async function migrate(url: string, schema: Schema): Promise<void> {
  // The waiting ones stand in a lock for as long as the first one migrates: no timeouts here.
  const source = await new DataSource({ ...dataSourceOptions(url, schema), poolSize: 2, extra: {} } as DataSourceOptions).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await lock.release();
    await source.destroy();
  }
}

/** A TypeORM connection pool on a schema that is up to date when the module is ready. */
@Module({})
export class DatabaseModule {
  static forSchema(schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          imports: [ConfigModule],
          inject: [CONFIG],
          useFactory: async ({ databaseUrl }: Config) => {
            await migrate(databaseUrl, schema);
            return { ...dataSourceOptions(databaseUrl, schema), retryAttempts: 0 };
          },
        }),
      ],
    };
  }
}
