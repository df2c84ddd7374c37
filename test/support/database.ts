import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase as create } from '../../infra/postgres/postgres.ts';

/** An empty database for one spec, on the run's server; it goes away with the server. Returns its address. */
export function createDatabase(name = `test_${randomUUID().replaceAll('-', '')}`): Promise<string> {
  return create(inject('databaseUrl'), name);
}
