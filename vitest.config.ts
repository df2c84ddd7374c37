import { defineConfig } from 'vitest/config';

/** `unit` does no I/O; `int` (x.int.spec.ts) and `flows` (test/flows) run on a real Postgres and a real Kafka. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['apps/**/*.spec.ts', 'libs/**/*.spec.ts', 'infra/**/*.spec.ts', 'test/**/*.spec.ts'],
          exclude: ['**/*.int.spec.ts', 'test/flows/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['apps/**/*.int.spec.ts', 'libs/**/*.int.spec.ts', 'infra/**/*.int.spec.ts', 'test/flows/**/*.spec.ts'],
          globalSetup: ['./test/support/servers.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
