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

export const PageCaseQuery = z.object({ on: unlessBlank(z.iso.date()), knownAt: unlessBlank(z.iso.datetime({ offset: true })) });
