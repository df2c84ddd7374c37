import 'reflect-metadata';
import { Controller } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';
import { logLevel } from 'kafkajs';
import { DataSource, EntitySchema } from 'typeorm';
import type { Repository } from 'typeorm';
import { serveJobs } from '../worker.ts';
import type { Job, Meter } from '../worker.ts';
import type { PlainEvent } from './events.ts';

/* What the documentation of Nest and TypeORM shows: an event handler that saves an entity. */

const PLAIN = new EntitySchema<PlainEvent>({
  name: 'Plain',
  tableName: 'plain',
  columns: {
    case_id: { type: 'text', primary: true },
    defendant: { type: 'text', primary: true },
    offence: { type: 'text', primary: true },
    status: { type: 'text' },
    version: { type: 'integer' },
    event_id: { type: 'uuid' },
    changed_at: { type: 'timestamptz' },
    source: { type: 'text' },
    title: { type: 'text' },
    evidence: { type: 'jsonb' },
  },
});

serveJobs(async (job, meter) => {
  const source = await new DataSource({ type: 'postgres', url: job.databaseUrl, entities: [PLAIN] }).initialize();
  const app = await NestFactory.createMicroservice(moduleOf(job, { plain: source.getRepository(PLAIN), meter }), {
    transport: Transport.KAFKA,
    options: { client: { brokers: [...job.brokers], logLevel: logLevel.NOTHING }, consumer: { groupId: job.group }, subscribe: { fromBeginning: true } },
    logger: ['error'],
  });
  await app.listen();
  return async () => {
    await app.close();
    await source.destroy();
  };
});

type Parts = Readonly<{ plain: Repository<PlainEvent>; meter: Meter }>;

function moduleOf({ topic }: Job, { plain, meter }: Parts) {
  @Controller()
  class StockConsumer {
    @EventPattern<string>(topic)
    async take(@Payload() event: PlainEvent): Promise<void> {
      meter.enter();
      await plain.save(event);
      meter.done(1);
    }
  }
  return { module: class {}, controllers: [StockConsumer] };
}
