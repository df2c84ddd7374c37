import { fail } from '@docketwire/kernel';
import { Body as RequestBody, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { checkUpdate } from './body.js';
import type { Body } from './body.js';
import { ACCEPTED, LINE_RESULT, OPERATION, PROBLEMS, UPDATE } from './description.js';
import { lineResults, readLine } from './line-results.js';
import { Publisher } from './publisher.js';
import type { Accepted } from './publisher.js';
import { traceparentOf } from './traceparent.js';

type Reply = { status(code: number): Reply; header(name: string, value: string): Reply };

/** Checking a line costs some 50 µs of the one thread that all publishers share. */
const MAX_LINES = 5_000;
/** Seconds: as every 503 of ours says. */
const RETRY_AFTER_S = '5';

@ApiTags('Article updates')
@Controller('v1/article-updates')
export class ArticleUpdatesController {
  constructor(private readonly publisher: Publisher) {}

  @Post()
  @HttpCode(202)
  @ApiOperation(OPERATION)
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiProduces('application/json')
  @ApiBody({ schema: UPDATE, required: true })
  @ApiHeader({ name: 'traceparent', required: false, description: 'W3C Trace Context; it travels with the event.' })
  @ApiResponse({ status: 202, description: 'The broker holds the update.', schema: ACCEPTED })
  @ApiResponse({ status: 207, description: 'For an NDJSON body: one result a line, in the order of the lines.', content: { 'application/x-ndjson': { schema: LINE_RESULT } } })
  @ApiResponse(PROBLEMS[400])
  @ApiResponse(PROBLEMS[413])
  @ApiResponse(PROBLEMS[415])
  @ApiResponse(PROBLEMS[422])
  @ApiResponse(PROBLEMS[503])
  async receive(
    @RequestBody() body: Body | null | undefined,
    @Headers('traceparent') header: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Accepted | string> {
    if (!body) throw fail('REQUEST_INVALID', { reason: 'the request has no body' });
    const traceparent = traceparentOf(header);
    return body.type === 'one' ? this.receiveOne(body.value, traceparent) : this.receiveLines(body.lines, traceparent, reply);
  }

  private async receiveOne(value: unknown, traceparent: string | undefined): Promise<Accepted> {
    const [outcome] = await this.publisher.publish({ updates: [checkUpdate(value)], traceparent, now: new Date().toISOString() });
    if (outcome?.status === 'fulfilled') return outcome.value;
    throw outcome?.reason;
  }

  private async receiveLines(lines: readonly string[], traceparent: string | undefined, reply: Reply): Promise<string> {
    if (lines.length === 0) throw fail('REQUEST_INVALID', { reason: 'the body has no line' });
    if (lines.length > MAX_LINES) throw fail('BODY_TOO_LARGE', { lines: lines.length, atMost: MAX_LINES });
    const read = lines.map(readLine);
    const updates = read.flatMap((line) => ('update' in line ? [line.update] : []));
    const outcomes = await this.publisher.publish({ updates, traceparent, now: new Date().toISOString() });
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    // Nothing was taken, and nothing was wrong with it: the whole body may simply be sent again.
    if (refused.length === lines.length) throw refused[0]?.reason;
    const results = lineResults(read, outcomes);
    if (results.some(({ status }) => status === 503)) reply.header('retry-after', RETRY_AFTER_S);
    reply.status(207).header('content-type', 'application/x-ndjson; charset=utf-8');
    return results.map((result) => `${JSON.stringify(result)}\n`).join('');
  }
}
