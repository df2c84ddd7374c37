import type { ServerResponse } from 'node:http';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChangePage, ChangesQuery, StreamQuery } from '@docketwire/contracts';
import { fail } from '@docketwire/kernel';
import { readFeed, readFeedEnd } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { feedCursor, findFeedCursor, resetReason } from './feed-cursor.js';
import type { FeedCursor } from './feed-cursor.js';
import { pathWith } from './links.js';
import { ApiProblem } from './problem-response.js';
import { FeedStream } from './stream/feed-stream.js';
import { streamClient } from './stream/stream-client.js';

/** What we need of Fastify's reply. */
type Reply = { header(name: string, value: string): Reply; hijack(): Reply; raw: ServerResponse };

const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  // nginx would gather events until its buffer is full.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

@ApiTags('changes')
@Controller('v1/changes')
export class ChangesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FeedStream) private readonly stream: FeedStream,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The change feed, by number',
    description: 'Every change of every case in commit order. `seq` is dense over the whole feed; what a filter leaves out leaves holes.',
  })
  @ApiResponse({ status: 200, description: 'Changes after the cursor.', standardSchema: ChangePage })
  @ApiProblem(400, 'A parameter or the cursor is not valid.')
  async list(@Query({ schema: ChangesQuery }) query: ChangesQuery, @Res({ passthrough: true }) reply: Reply): Promise<ChangePage> {
    const end = await readFeedEnd(this.db);
    const cursor = cursorOf(query.after);
    const reset = resetReason(cursor, end);
    const entries = reset ? [] : await readFeed(this.db, { end, after: cursor.seq, limit: query.limit, filter: query });
    const last = entries.length === query.limit ? entries.at(-1)?.change.seq : undefined;
    const next = feedCursor({ epoch: end.epoch, seq: last ?? end.seq });
    const path = pathWith('/v1/changes', { ...query, includePreCharge: query.includePreCharge || undefined, after: next });
    reply.header('link', `<${path}>; rel="next"`).header('cache-control', 'no-cache');
    return { epoch: end.epoch, reset, changes: entries.map(({ change }) => change), cursor: next, next: path };
  }

  @Get('stream')
  @ApiOperation({
    summary: 'The change feed as server-sent events',
    description:
      'Each event’s `id` is the change’s `seq`, its data a StatusChange. Goes on after Last-Event-ID (or `lastEventId`), else from now. ' +
      '`event: reset` (data: reason, epoch, seq) says that the cursor is void: read the cases again. A comment every 20 s keeps the connection; ' +
      'it is ended after 8 to 10 minutes, and a client that leaves 1 MiB unread is cut: both come back with Last-Event-ID and miss nothing.',
  })
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event seen; `epoch:seq` also says of which epoch.' })
  @ApiResponse({ status: 200, description: 'An endless stream.' })
  @ApiProblem(400, 'A parameter or the cursor is not valid.')
  async follow(@Query({ schema: StreamQuery }) query: StreamQuery, @Headers('last-event-id') lastEventId: string | undefined, @Res() reply: Reply): Promise<void> {
    const text = lastEventId ?? query.lastEventId;
    const cursor = text === undefined || text === '' ? null : cursorOf(text, query.epoch);
    const start = await this.stream.start(cursor);
    reply.hijack();
    reply.raw.writeHead(200, { ...STREAM_HEADERS, 'stream-resumed-from': feedCursor({ epoch: start.end.epoch, seq: start.seq }) });
    await this.stream.follow(streamClient(reply.raw, query), start);
  }
}

function cursorOf(text: string, epoch?: string): FeedCursor {
  const cursor = findFeedCursor(text);
  if (!cursor) throw fail('CURSOR_INVALID', { cursor: text });
  return { epoch: cursor.epoch ?? epoch ?? null, seq: cursor.seq };
}
