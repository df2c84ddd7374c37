import { z } from 'zod';
import { flag, pageLimit } from './api-cases.js';
import { StatusChange } from './status-change.js';

const FEED_CURSOR = /^(?:[A-Za-z0-9-]{1,64}:)?\d{1,15}$/;
const feedCursor = z.string().regex(FEED_CURSOR, { error: 'is not a cursor of the feed' });

const filter = {
  case: z.uuid().toLowerCase().optional().describe('Only changes of this case.'),
  includePreCharge: flag.describe('Also changes about people whom nobody has accused in court. Left-out changes leave holes in `seq`.'),
};

/** `GET /v1/changes` */
export const ChangesQuery = z.strictObject({
  ...filter,
  after: feedCursor.default('0').describe('The `cursor` of the answer before, or a plain `seq`; from the beginning without it.'),
  limit: pageLimit.default(100),
});
export type ChangesQuery = z.output<typeof ChangesQuery>;

/** `GET /v1/changes/stream` */
export const StreamQuery = z.strictObject({
  ...filter,
  lastEventId: feedCursor.optional().describe('Where to go on, for a first connection; the header Last-Event-ID wins. Without either: from now.'),
  epoch: z.string().max(64).optional().describe('The epoch that the number belongs to, so that a restored feed is noticed.'),
});
export type StreamQuery = z.output<typeof StreamQuery>;

/** Why a cursor is void: the feed was restored from a backup, or the number has not been given yet. */
export const RESET_REASONS = ['epoch', 'beyond_end'] as const;
export type ResetReason = (typeof RESET_REASONS)[number];

export const ChangePage = z
  .object({
    epoch: z.string(),
    reset: z.enum(RESET_REASONS).nullable().describe('Not null where the cursor is void: read the cases again, then go on from `cursor`.'),
    changes: z.array(StatusChange),
    cursor: z.string().describe('Where to go on.'),
    next: z.string().describe('Path of the next page; it may be empty yet.'),
  })
  .meta({ id: 'ChangePage' });
export type ChangePage = z.output<typeof ChangePage>;

/** The data of `event: reset` on the stream. */
export const StreamReset = z.object({ reason: z.enum(RESET_REASONS), epoch: z.string(), seq: z.int() }).meta({ id: 'StreamReset' });
export type StreamReset = z.output<typeof StreamReset>;

/** RFC 9457: the shape of every error. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string().optional(), parameter: z.string().optional(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
