/*
 * The projector with its offset outside the transaction that writes the effect: `after` stores it when the effect is
 * committed (a crash in between applies records twice), `before` stores it first (a crash loses records). The soak must
 * see both. Run from the repository's root on the built `dist`.
 */
import { Test } from '@nestjs/testing';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ASSERTIONS_SERVER } from '../../../dist/apps/projector/src/assertions.server.js';
import { APPLY_ONCE } from '../../../dist/apps/projector/src/projection.provider.js';
import { ProjectorModule } from '../../../dist/apps/projector/src/projector.module.js';

const mode = process.env.OFFSET_STORED;
/** Once, in its second batch, it stands still between the two commits, for the soak to kill it there; started again, it goes on. */
const STANDING_BATCH = 2;
let batches = 0;
let atStart;
const standStill = () => new Promise(() => setInterval(() => undefined, 60_000));

function unfenced(source) {
  return async ({ topic, partition, records }, prepare) => {
    const [{ next_offset: next, known }] = await source.query('select next_offset, known from proj_v1.projection_offset where topic = $1 and partition = $2', [topic, partition]);
    const fresh = records.filter(({ offset }) => offset >= Number(next));
    if (fresh.length === 0) return { kind: 'applied' };
    const [{ killed }] = await (atStart ??= source.query('select bool_or(applied <> next_offset) as killed from proj_v1.projection_offset'));
    const pause = () => ((batches += 1) === STANDING_BATCH && !killed ? standStill() : undefined);
    const plan = await prepare(fresh, known.getTime());
    const storeOffset = () => source.query('update proj_v1.projection_offset set next_offset = $3, known = $4 where topic = $1 and partition = $2', [topic, partition, fresh.at(-1).offset + 1, new Date(plan.known)]);
    const takeEffect = () =>
      source.transaction(async (tx) => {
        await plan.write(tx);
        await tx.query('update proj_v1.projection_offset set applied = applied + $3 where topic = $1 and partition = $2', [topic, partition, fresh.length]);
        await plan.writeLast?.(tx);
      });
    for (const step of mode === 'after' ? [takeEffect, pause, storeOffset] : [storeOffset, pause, takeEffect]) await step();
    return { kind: 'applied' };
  };
}

const testing = await Test.createTestingModule({ imports: [ProjectorModule] }).overrideProvider(APPLY_ONCE).useFactory({ inject: [DataSource], factory: unfenced }).compile();
const app = testing.createNestApplication(new FastifyAdapter());
app.connectMicroservice({ strategy: app.get(ASSERTIONS_SERVER, { strict: false }) });
await app.startAllMicroservices();
await app.listen(Number(process.env.PROJECTOR_PORT), '127.0.0.1');
