import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRunDir } from '../../test/support/run-dir.ts';
import { startPostgres, type Postgres } from './postgres.ts';

describe('a local Postgres', () => {
  const dir = makeRunDir();
  let postgres: Postgres | undefined;
  afterAll(async () => {
    await postgres?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('has what was committed after kill -9 and a new start', async () => {
    postgres = await startPostgres({ dir, durable: true });
    await ask(postgres, `create table note as select 'kept' as text`);
    await postgres.kill();
    await postgres.restart();
    expect(await ask(postgres, 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  it('starts on the data of a machine that went down, where its old number belongs to another process now', async () => {
    await postgres?.stop();
    writeFileSync(join(dir, 'data/postmaster.pid'), `${process.pid}\n${join(dir, 'data')}\n`);
    postgres = await startPostgres({ dir, durable: true });
    expect(await ask(postgres, 'select text from note')).toEqual([{ text: 'kept' }]);
  });
});

async function ask({ url }: Postgres, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows as unknown[];
}
