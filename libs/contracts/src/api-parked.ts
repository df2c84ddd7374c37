import { z } from 'zod';
import { pageLimit } from './api-cases.js';

/* What an operator asks the projector about records that it could not apply. */

const PLACE = /^[A-Za-z0-9._-]{1,249}\/\d{1,10}\/\d{1,15}$/;

/** Where a record stands on the log, and so its name here. */
export const ParkedPlace = z.strictObject({
  topic: z.string().regex(/^[A-Za-z0-9._-]{1,249}$/, { error: 'is not the name of a topic' }),
  partition: z.coerce.number().int().min(0).max(2_147_483_647),
  offset: z.coerce.number().int().min(0),
});
export type ParkedPlace = z.output<typeof ParkedPlace>;

/** `GET /v1/parked` */
export const ParkedQuery = z.strictObject({
  case: z.uuid().toLowerCase().optional().describe('Only records about this case.'),
  after: z.string().regex(PLACE, { error: 'is not topic/partition/offset' }).optional().describe('`topic/partition/offset` of the last one of the page before, from its `next` link.'),
  limit: pageLimit.default(100),
});
export type ParkedQuery = z.output<typeof ParkedQuery>;

const Parked = z
  .object({
    topic: z.string(),
    partition: z.int(),
    offset: z.int(),
    event: z.string().describe('The id of the event (`ce_id`).'),
    case: z.uuid().nullable(),
    reason: z.string().describe('What broke when it was applied.'),
    parkedAt: z.iso.datetime(),
  })
  .meta({ id: 'Parked' });
export type Parked = z.output<typeof Parked>;

export const ParkedList = z
  .object({ parked: z.array(Parked).describe('In the order of the log.'), next: z.string().nullable().describe('Path of the next page; null at the end.') })
  .meta({ id: 'ParkedList' });
export type ParkedList = z.output<typeof ParkedList>;

const base64 = z.string().describe('Base64: the bytes as they were read.');

export const ParkedDetail = Parked.extend({
  record: z.object({ key: base64.nullable(), value: base64.nullable(), headers: z.record(z.string(), base64) }),
}).meta({ id: 'ParkedDetail' });
export type ParkedDetail = z.output<typeof ParkedDetail>;

/**
 * `POST /v1/parked/{topic}/{partition}/{offset}:redrive`. A body, though it may be empty of words: a browser then asks
 * before it lets a stranger's page send one.
 */
export const RedriveRequest = z.strictObject({ dryRun: z.boolean().default(false).describe('Only say what would become of it.') });
export type RedriveRequest = z.output<typeof RedriveRequest>;

export const REDRIVE_OUTCOMES = ['published', 'would_apply', 'would_break'] as const;

export const Redriven = z
  .object({
    outcome: z.enum(REDRIVE_OUTCOMES),
    changes: z.int().nullable().describe('Of a dry run: how many changes subscribers would hear of.'),
    reason: z.string().nullable().describe('Of a dry run: why it would break again.'),
  })
  .meta({ id: 'Redriven' });
export type Redriven = z.output<typeof Redriven>;

/** `DELETE /v1/parked/{topic}/{partition}/{offset}` */
export const DiscardQuery = z.strictObject({ reason: z.string().trim().min(3).max(500).describe('Why it is not needed: it goes into the log with the record’s place.') });
export type DiscardQuery = z.output<typeof DiscardQuery>;
