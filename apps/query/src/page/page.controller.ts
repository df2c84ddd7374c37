import { Controller, Get, Inject, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CaseId, CaseQuery, FOLLOW_UP_DAYS } from '@docketwire/contracts';
import { fail } from '@docketwire/kernel';
import { findRevisedSets, readCaseChanges } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { Cases, momentOf } from '../cases.js';
import { followUps, today } from '../follow-ups.controller.js';
import { pathWith } from '../links.js';
import { takenBack } from '../taken-back.js';
import { ASSETS } from './assets.js';
import { PAGE_HEADERS } from './headers.js';
import { PageFilter } from './page.filter.js';
import { PageCaseQuery, PageFollowUpQuery, PageListQuery } from './page-query.js';
import { renderCase, renderFollowUps, renderList } from './render.js';

type Reply = { status(code: number): Reply; header(name: string, value: string): Reply; headers(headers: Readonly<Record<string, string>>): Reply; send(body?: unknown): unknown };

/** A screenful of cases, and of what changed in one: the API has the rest. */
const PAGE = 25;
const CHANGES_SHOWN = 100;
/** Articles whose earlier revisions are looked through for what they took back. */
const REVISED_SHOWN = 50;

@ApiExcludeController()
@UseFilters(PageFilter)
@Controller()
export class PageController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get()
  home(@Res() reply: Reply) {
    reply.status(302).header('location', '/cases').send();
  }

  @Get('cases')
  async list(@Query({ schema: PageListQuery }) search: PageListQuery, @Res() reply: Reply) {
    const page = await this.cases.list({ ...search, name: search.name || undefined, changedSince: undefined, includePreCharge: false, limit: PAGE });
    reply.headers(PAGE_HEADERS).send(renderList({ ...page, search }));
  }

  @Get('cases/:id')
  async one(@Param('id', { schema: CaseId }) id: string, @Query({ schema: PageCaseQuery }) { on, knownAt }: CaseQuery, @Res() reply: Reply) {
    const moment = momentOf({ on, knownAt });
    const { leadsTo } = await this.cases.place(id, moment.knownAt);
    if (leadsTo) return void reply.status(308).header('location', pathWith(`/cases/${leadsTo}`, { on, knownAt })).send();
    const shown = await this.cases.at(id, moment);
    const changes = await readCaseChanges(this.db, { caseId: id, end: { epoch: shown.stored.epoch, seq: shown.stored.lastSeq }, limit: CHANGES_SHOWN });
    const revised = await findRevisedSets(this.db, { caseId: id, knownAt: moment.knownAt, limit: REVISED_SHOWN });
    reply.headers(PAGE_HEADERS).send(renderCase({ shown, changes, corrections: takenBack(revised, new Set(shown.facts)) }));
  }

  @Get('follow-ups')
  async followUps(@Query({ schema: PageFollowUpQuery }) { days = FOLLOW_UP_DAYS, after }: PageFollowUpQuery, @Res() reply: Reply) {
    const page = await followUps(this.db, { days, after, includePreCharge: false, limit: PAGE, today: today() });
    reply.headers(PAGE_HEADERS).send(renderFollowUps({ ...page, days, after }));
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() reply: Reply) {
    const asset = ASSETS.get(name);
    if (!asset) throw fail('NOT_FOUND', { asset: name });
    reply.header('content-type', asset.type).header('x-content-type-options', 'nosniff').header('cache-control', 'public, max-age=31536000, immutable').send(asset.body);
  }
}
