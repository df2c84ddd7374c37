import { CHARGE_EVENTS, CHARGE_STATUSES } from '@docketwire/case';
import { z } from 'zod';
import { ChargeBrief, flag, pageLimit } from './api-cases.js';

/** A year: by then most charges have come to an outcome, or to news of a delay. */
export const FOLLOW_UP_DAYS = 365;
/** A century; beyond it there is nobody left to ask. */
const MOST_DAYS = 36_525;

/** `GET /v1/follow-ups` */
export const FollowUpQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(MOST_DAYS).default(FOLLOW_UP_DAYS).describe('Charges that began more than this many days ago.'),
  includePreCharge: flag.describe('Also people who were arrested and, as far as is known, never charged.'),
  after: z.string().max(200).optional().describe('The cursor of the page before, from its `next` link.'),
  limit: pageLimit.default(50).describe('At most the charges of this many cases.'),
});
export type FollowUpQuery = z.output<typeof FollowUpQuery>;

export const FollowUp = z
  .object({
    case: z.uuid(),
    defendant: z.object({ id: z.string(), name: z.string(), status: z.enum(CHARGE_STATUSES) }),
    charge: ChargeBrief,
    began: z.iso.date().describe('The day from which the record counts the charge, or the arrest.'),
    days: z.int().describe('How long ago that is.'),
    last: z.object({ event: z.enum(CHARGE_EVENTS), holdsFrom: z.iso.date(), reported: z.iso.date().nullable() }).describe('The last step that is known.'),
  })
  .meta({ id: 'FollowUp', description: 'A charge, or an arrest, whose outcome nobody has reported. Derived when asked, never stored.' });
export type FollowUp = z.output<typeof FollowUp>;

export const FollowUpList = z
  .object({
    days: z.int(),
    followUps: z.array(FollowUp).describe('The case of which nothing has been heard for longest first.'),
    next: z.string().nullable().describe('Path of the next page; null at the end.'),
  })
  .meta({ id: 'FollowUpList' });
export type FollowUpList = z.output<typeof FollowUpList>;
