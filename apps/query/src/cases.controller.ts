import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseDetail, CaseId, CaseList, CaseListQuery, CaseQuery } from '@docketwire/contracts';
import { caseDetail, caseSummary } from './case-shape.js';
import { Cases, momentOf } from './cases.js';
import { SETTLED, caseEtag, matchesEtag, settledEtag } from './etag.js';
import { pathWith } from './links.js';
import { ApiProblem } from './problem-response.js';

/** What we need of Fastify's reply. */
type Reply = { request: { headers: Readonly<Record<string, string | undefined>> }; status(code: number): Reply; header(name: string, value: string): Reply; send(body?: unknown): unknown };

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(@Inject(Cases) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({ summary: 'Cases, the latest change first', description: 'With `on` or `knownAt`: as they stood at that moment. Such a page may hold fewer cases than asked for, even none, before the last: go on while there is a `next`.' })
  @ApiResponse({ status: 200, description: 'One page.', standardSchema: CaseList })
  @ApiProblem(400, 'A parameter or the cursor is not valid.')
  async list(@Query({ schema: CaseListQuery }) query: CaseListQuery, @Res({ passthrough: true }) reply: Reply): Promise<CaseList> {
    const { stored, cursor, feed } = await this.cases.list(query, momentOf(query));
    const next = cursor && pathWith('/v1/cases', { ...query, includePreCharge: query.includePreCharge || undefined, after: cursor });
    if (next) reply.header('link', `<${next}>; rel="next"`);
    reply.header('cache-control', 'no-cache');
    return { cases: stored.map((each) => caseSummary(each, query.includePreCharge)), feed, next };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One case with its whole history',
    description: 'Defendants, charges, each step with quotes and sources. `on` asks what was true that day, `knownAt` what was known at that instant; both may be given.',
  })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of an earlier answer.' })
  @ApiResponse({ status: 200, description: 'The case.', standardSchema: CaseDetail })
  @ApiResponse({ status: 304, description: 'Nothing changed since the ETag given.' })
  @ApiResponse({ status: 308, description: 'The case was merged into another one: see Location.' })
  @ApiProblem(400, 'A parameter is not valid.')
  @ApiProblem(404, 'There is no such case.')
  async one(@Param('id', { schema: CaseId }) id: string, @Query({ schema: CaseQuery }) query: CaseQuery, @Res() reply: Reply): Promise<void> {
    const moment = momentOf(query);
    const { head, leadsTo, settled } = await this.cases.place(id, moment.knownAt);
    if (leadsTo) return void reply.status(308).header('location', pathWith(`/v1/cases/${leadsTo}`, query)).send();
    const etag = settled ? settledEtag(head) : caseEtag(head);
    reply.header('cache-control', settled ? SETTLED : 'no-cache').header('etag', etag);
    if (matchesEtag(reply.request.headers['if-none-match'], etag)) return void reply.status(304).send();
    const shown = await this.cases.at(id, moment);
    // The case may have changed since its head was read; what is past carries the version of then.
    reply.header('etag', moment.knownAt === null ? caseEtag(shown.stored) : etag).send(caseDetail(shown));
  }
}
