import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseDiff, CaseHistory, CaseId, DiffQuery, HistoryQuery } from '@docketwire/contracts';
import { findKnownSets, readCaseRecords } from '@docketwire/projection';
import type { RecordedChanges } from '@docketwire/projection';
import { winnersAt } from '@docketwire/case';
import type { KnownSet } from '@docketwire/case';
import { DataSource } from 'typeorm';
import { datedSteps, differences, takenBackIn } from './case-history.js';
import { Cases, momentOf } from './cases.js';
import { SETTLED } from './etag.js';
import { pathWith } from './links.js';
import { ApiProblem } from './problem-response.js';
import { viewAt } from './view-at.js';

type Reply = { status(code: number): Reply; header(name: string, value: string): Reply; send(body?: unknown): unknown };

/** A case over time: what happened when, and how the record came to say so. */
@ApiTags('cases')
@Controller('v1/cases/:id')
export class CaseTimesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get('history')
  @ApiOperation({
    summary: 'One case on both axes of time',
    description:
      '`steps`: what happened, each with when it happened, was first reported and was first known, and every article that says so. `takenBack`: what was said and no longer is, and who took it back. ' +
      '`records`: every record of the log that changed the case, in the order in which it became known, with each charge before and after.',
  })
  @ApiResponse({ status: 200, description: 'The history.', standardSchema: CaseHistory })
  @ApiResponse({ status: 308, description: 'The case was merged into another one: see Location.' })
  @ApiProblem(400, 'A parameter is not valid.')
  @ApiProblem(404, 'There is no such case.')
  async history(@Param('id', { schema: CaseId }) id: string, @Query({ schema: HistoryQuery }) query: HistoryQuery, @Res() reply: Reply): Promise<void> {
    const moment = momentOf(query);
    const { leadsTo, settled } = await this.cases.place(id, moment.knownAt);
    if (leadsTo) return void reply.status(308).header('location', pathWith(`/v1/cases/${leadsTo}/history`, { on: query.on, knownAt: query.knownAt })).send();
    const known = await findKnownSets(this.db, id, moment.knownAt);
    const view = viewAt(id, winners(known, Infinity), moment.on);
    const told = await this.records(id, query);
    const answer: CaseHistory = { id, ...moment, steps: [...datedSteps(view, known)], takenBack: takenBackIn(known), ...told };
    reply.header('cache-control', settled ? SETTLED : 'no-cache').send(answer);
  }

  @Get('diff')
  @ApiOperation({
    summary: 'What changed between two knowings',
    description: 'From what was known at `knownFrom` to what was known at `knownTo`, both for the same day (`on`) where one is given. Applied to the charges of the first, the changes give the second.',
  })
  @ApiResponse({ status: 200, description: 'The changes.', standardSchema: CaseDiff })
  @ApiResponse({ status: 308, description: 'The case was merged into another one: see Location.' })
  @ApiProblem(400, 'A parameter is not valid.')
  @ApiProblem(404, 'There is no such case.')
  async diff(@Param('id', { schema: CaseId }) id: string, @Query({ schema: DiffQuery }) query: DiffQuery, @Res() reply: Reply): Promise<void> {
    const { knownFrom, knownTo = null, on = null } = query;
    const { leadsTo, settled } = await this.cases.place(id, knownTo);
    if (leadsTo) return void reply.status(308).header('location', pathWith(`/v1/cases/${leadsTo}/diff`, query)).send();
    const stored = await this.cases.stored(id, knownTo);
    const known = await findKnownSets(this.db, id, knownTo);
    const from = Date.parse(knownFrom);
    const [before, after] = [from, Infinity].map((instant) => viewAt(id, winners(known, instant), on)) as [ReturnType<typeof viewAt>, ReturnType<typeof viewAt>];
    const between = known.filter(({ knownFrom: instant }) => instant > from);
    const answer: CaseDiff = { id, on, knownFrom, knownTo, ...differences(before, after, between), feed: { epoch: stored.epoch, seq: stored.lastSeq } };
    reply.header('cache-control', settled ? SETTLED : 'no-cache').send(answer);
  }

  private async records(caseId: string, query: HistoryQuery): Promise<Pick<CaseHistory, 'records' | 'next'>> {
    const { knownAt = null, after, limit } = query;
    const records = await readCaseRecords(this.db, { caseId, knownAt, after, limit });
    const last = records.length === limit ? records.at(-1)?.changes.at(-1)?.seq : undefined;
    return { records: records.map(recordTold), next: last === undefined ? null : pathWith(`/v1/cases/${caseId}/history`, { ...query, after: last }) };
  }
}

const winners = (known: readonly KnownSet[], knownAt: number) => [...winnersAt(known, knownAt).values()];

function recordTold({ known, version, changes }: RecordedChanges): CaseHistory['records'][number] {
  return { known, version, changes: [...changes] };
}
