/*
 * The platform room: what every process needs and no domain: settings, logs, health, HTTP with problem documents, and
 * Postgres (pool, migrations, and the transaction that applies a stretch of a log exactly once).
 */
export { openApplyOnce, openOffsetStore } from './apply-once.js';
export type { ApplyOnce, Plan } from './apply-once.js';
export { CONFIG, readConfig } from './config.js';
export type { Config } from './config.js';
export { ConfigModule } from './config.module.js';
export { DatabaseModule, dataSourceOptions, migrate } from './database.js';
export type { Schema } from './database.js';
export { HealthModule } from './health.js';
export type { ReadyChecks } from './health.js';
export { createHttpApp, runMain } from './http-app.js';
export { openLoop } from './loop.js';
export type { Loop } from './loop.js';
export { LoggingModule } from './logging.js';
export { ProblemFilter, problemOf } from './problem.js';
export type { Problem } from './problem.js';
