import 'reflect-metadata';
import { Controller } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { BatchServer } from '@docketwire/log';
import type { BatchOutcome, LogBatch } from '@docketwire/log';
import { dataSourceOptions, openApplyOnce, openOffsetStore } from '@docketwire/platform';
import type { ApplyOnce } from '@docketwire/platform';
import { DataSource } from 'typeorm';
import { serveJobs } from '../worker.ts';
import type { Job, Meter } from '../worker.ts';
import { PLAIN_COLUMNS, PLAIN_MERGE } from './events.ts';
import type { PlainEvent } from './events.ts';

/* Our transport and our transaction, and one statement a batch: what the projector is without a domain. */

/** As the projector has it. */
const CONCURRENCY = 3;

serveJobs(async (job, meter) => {
  const source = await new DataSource(dataSourceOptions(job.databaseUrl, { name: 'plain', entities: [], migrations: [] })).initialize();
  const strategy = new BatchServer({ brokers: job.brokers, clientId: 'ours', groupId: job.group, sessionTimeoutMs: 10_000, concurrency: CONCURRENCY, offsets: openOffsetStore(source, 'plain_offset') });
  const applyOnce = openApplyOnce(source, { table: 'plain_offset', holes: 'stop' });
  const app = await NestFactory.createMicroservice(moduleOf(job, { applyOnce, meter }), { strategy, logger: ['error'] });
  await app.listen();
  return async () => {
    await app.close();
    await source.destroy();
  };
});

type Parts = Readonly<{ applyOnce: ApplyOnce; meter: Meter }>;

function moduleOf({ topic }: Job, { applyOnce, meter }: Parts) {
  @Controller()
  class PlainConsumer {
    @EventPattern<string>(topic)
    async takeBatch(@Payload() batch: LogBatch): Promise<BatchOutcome> {
      meter.enter();
      try {
        const outcome = await applyOnce(batch, (fresh, known) => Promise.resolve({ known, write: (tx) => tx.query(UPSERT, [rowsOf(fresh)]) }));
        if (outcome.kind === 'applied') meter.done(batch.records.length);
        return outcome;
      } catch (error) {
        return { kind: 'failed', error };
      }
    }
  }
  return { module: class {}, controllers: [PlainConsumer] };
}

/** The last event of a key is all that the table would keep. An event is a row already: its own text goes on. */
function rowsOf(records: LogBatch['records']): string {
  const rows = new Map<string, string>();
  for (const { value } of records) {
    const text = String(value);
    const event = JSON.parse(text) as PlainEvent;
    rows.set(`${event.case_id} ${event.defendant} ${event.offence}`, text);
  }
  return `[${[...rows.values()].join(',')}]`;
}

const UPSERT = `
  insert into plain (${PLAIN_COLUMNS})
  select * from json_to_recordset($1::json) as r (case_id text, defendant text, offence text, status text, version integer, event_id uuid,
    changed_at timestamptz, source text, title text, evidence jsonb)
  ${PLAIN_MERGE}`;
