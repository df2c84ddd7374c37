import { CHARGE_STATUSES } from '@docketwire/case';
import { z } from 'zod';

/** A form sends its empty fields too, and links from elsewhere bring parameters of their own: neither is an error here. */
const unlessBlank = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

export const PageListQuery = z.object({
  name: z.string().trim().max(200).default(''),
  status: unlessBlank(z.enum(CHARGE_STATUSES)),
  after: unlessBlank(z.string().max(200)),
});
export type PageListQuery = z.output<typeof PageListQuery>;

/** A browser's field for date and time sends no offset: the page says that its times are UTC. */
const instant = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }).transform((local) => `${local}Z`)]);

export const PageCaseQuery = z.object({ on: unlessBlank(z.iso.date()), knownAt: unlessBlank(instant) });

export const PageFollowUpQuery = z.object({
  days: unlessBlank(z.coerce.number().int().min(1).max(36_525)),
  after: unlessBlank(z.string().max(200)),
});
export type PageFollowUpQuery = z.output<typeof PageFollowUpQuery>;
