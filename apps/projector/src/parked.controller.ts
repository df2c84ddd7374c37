import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DiscardQuery, ParkedDetail, ParkedList, ParkedPlace, ParkedQuery, ProblemDocument, RedriveRequest, Redriven } from '@docketwire/contracts';
import type { Parked } from '@docketwire/contracts';
import type { ParkedRow } from '@docketwire/projection';
import { ParkedRecords } from './parked.js';

const PLACE = ':topic/:partition/:offset';
/** Digits, then a colon of its own: the router reads `:offset:redrive` as two parameters. */
const REDRIVE = ':topic/:partition/:offset(^\\d+)::redrive';
const NOT_PARKED = { status: 404, description: 'No record of this place is parked.', standardSchema: ProblemDocument } as const;
const NOT_NOW = { status: 503, description: 'Kafka or Postgres does not answer; nothing was done that doing it again would spoil.', standardSchema: ProblemDocument } as const;

/** For operators: what could not be applied, and what is to become of it. */
@ApiTags('Parked records')
@Controller('v1/parked')
export class ParkedController {
  constructor(@Inject(ParkedRecords) private readonly records: ParkedRecords) {}

  @Get()
  @ApiOperation({ summary: 'Records that broke when they were applied' })
  @ApiResponse({ status: 200, description: 'One page.', standardSchema: ParkedList })
  @ApiResponse(NOT_NOW)
  async list(@Query({ schema: ParkedQuery }) { case: caseId, after, limit }: ParkedQuery): Promise<ParkedList> {
    // One more than asked for tells whether there is a next page.
    const rows = await this.records.list({ caseId: caseId ?? null, after: after === undefined ? null : placeOf(after), limit: limit + 1 });
    const parked = rows.slice(0, limit).map(told);
    const last = rows.length > limit ? parked.at(-1) : undefined;
    const next = last && new URLSearchParams({ ...(caseId ? { case: caseId } : {}), after: `${last.topic}/${last.partition}/${last.offset}`, limit: String(limit) });
    return { parked, next: next ? `/v1/parked?${next}` : null };
  }

  @Get(PLACE)
  @ApiOperation({ summary: 'One of them, with its bytes' })
  @ApiResponse({ status: 200, description: 'The record.', standardSchema: ParkedDetail })
  @ApiResponse(NOT_PARKED)
  @ApiResponse(NOT_NOW)
  async one(@Param({ schema: ParkedPlace }) place: ParkedPlace): Promise<ParkedDetail> {
    const row = await this.records.get(place);
    return { ...told(row), record: row.record };
  }

  @Post(REDRIVE)
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish it again, to be applied like a new record', description: 'Its header `redriven_from` names this place. What breaks again is parked again, at its new place.' })
  @ApiResponse({ status: 200, description: 'Published, or what would become of it.', standardSchema: Redriven })
  @ApiResponse(NOT_PARKED)
  @ApiResponse(NOT_NOW)
  redrive(@Param({ schema: ParkedPlace }) place: ParkedPlace, @Body({ schema: RedriveRequest }) { dryRun }: RedriveRequest): Promise<Redriven> {
    return dryRun ? this.records.rehearse(place) : this.records.redrive(place);
  }

  @Delete(PLACE)
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget it', description: 'The reason goes into the log of this service. The record stays on its topic: a projection that is built anew meets it again.' })
  @ApiResponse({ status: 204, description: 'Forgotten.' })
  @ApiResponse(NOT_PARKED)
  @ApiResponse(NOT_NOW)
  discard(@Param({ schema: ParkedPlace }) place: ParkedPlace, @Query({ schema: DiscardQuery }) { reason }: DiscardQuery): Promise<void> {
    return this.records.discard(place, reason);
  }
}

function told({ topic, partition, offset, eventId, caseId, reason, parkedAt }: ParkedRow): Parked {
  return { topic, partition, offset, event: eventId, case: caseId, reason, parkedAt: parkedAt.toISOString() };
}

/** Of a text that its schema has let through. */
function placeOf(text: string): ParkedPlace {
  const [topic = '', partition, offset] = text.split('/');
  return { topic, partition: Number(partition), offset: Number(offset) };
}
