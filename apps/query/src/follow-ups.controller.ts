import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { FollowUpList, FollowUpQuery } from '@docketwire/contracts';
import type { FollowUp } from '@docketwire/contracts';
import { dayOf, isoOf } from '@docketwire/kernel';
import { listWaiting } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { caseCursor, parseCaseCursor } from './case-cursor.js';
import { followUpsIn } from './follow-ups.js';
import { pathWith } from './links.js';
import { ApiProblem } from './problem-response.js';

type Reply = { header(name: string, value: string): Reply };
type Asked = Omit<FollowUpQuery, 'after'> & Readonly<{ after?: string | undefined; today: string }>;

/** Charges whose outcome nobody has reported: a page of cases, the one that was quiet longest first. */
export async function followUps(db: DataSource, { after, limit, ...asked }: Asked): Promise<Readonly<{ owed: readonly FollowUp[]; cursor: string | null }>> {
  const before = isoOf(dayOf(asked.today) - asked.days);
  const place = after === undefined ? null : parseCaseCursor(after);
  const found = await listWaiting(db, { before, includePreCharge: asked.includePreCharge, after: place, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { owed: shown.flatMap((stored) => followUpsIn(stored, asked)), cursor: last ? caseCursor(last) : null };
}

export const today = (): string => new Date().toISOString().slice(0, 10);

@ApiTags('cases')
@Controller('v1/follow-ups')
export class FollowUpsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Get()
  @ApiOperation({ summary: 'Follow-up owed: charges whose outcome nobody has reported', description: 'Derived from the present record each time; nothing of it is stored. A conviction, a stay and a diversion are no open question here.' })
  @ApiResponse({ status: 200, description: 'One page.', standardSchema: FollowUpList })
  @ApiProblem(400, 'A parameter or the cursor is not valid.')
  async list(@Query({ schema: FollowUpQuery }) query: FollowUpQuery, @Res({ passthrough: true }) reply: Reply): Promise<FollowUpList> {
    const { owed, cursor } = await followUps(this.db, { ...query, today: today() });
    const next = cursor && pathWith('/v1/follow-ups', { ...query, includePreCharge: query.includePreCharge || undefined, after: cursor });
    if (next) reply.header('link', `<${next}>; rel="next"`);
    reply.header('cache-control', 'no-cache');
    return { days: query.days, followUps: [...owed], next };
  }
}
