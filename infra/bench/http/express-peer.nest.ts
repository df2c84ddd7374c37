import 'reflect-metadata';
import { Controller, Get, Inject, Module, NotFoundException, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { CaseDetail } from '@docketwire/contracts';
import { CASE_STATE, FEED_CHANGE } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { caseDetail } from '../../../apps/query/src/case-shape.js';
import { listening } from './peers.ts';

/* The same answer as the documentation of Nest shows it: Express, and entities by TypeORM's repositories. */

type Around = { epoch: string; pending: boolean };

@Controller('v1/cases')
class CasesController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Get(':id')
  async one(@Param('id') id: string): Promise<CaseDetail> {
    const found = await this.db.getRepository(CASE_STATE).findOneBy({ caseId: id });
    if (!found) throw new NotFoundException();
    const last = await this.db.getRepository(FEED_CHANGE).findOne({ select: { seq: true }, where: { caseId: id }, order: { seq: 'DESC' } });
    const [around] = await this.db.query<Around[]>('select epoch, exists (select from ops.parked_event where case_id = $1) as pending from feed.counter', [id]);
    const stored = { ...found, lastSeq: Number(last?.seq ?? 0), epoch: around?.epoch ?? '', updatesPending: around?.pending ?? false, accusedDefendants: [] };
    return caseDetail({ stored, view: found.view, articles: found.articles, moment: { on: null, knownAt: null } });
  }
}

@Module({
  imports: [TypeOrmModule.forRoot({ type: 'postgres', url: process.argv[2] ?? '', entities: [CASE_STATE, FEED_CHANGE], poolSize: 10 })],
  controllers: [CasesController],
})
class AppModule {}

const app = await NestFactory.create<NestExpressApplication>(AppModule, new ExpressAdapter(), { logger: ['error'] });
await app.listen(0, '127.0.0.1');
listening((app.getHttpServer() as { address(): unknown }).address());
