import { dayOf, findPartialDate } from '@docketwire/kernel';
import type { PartialDate } from '@docketwire/kernel';
import { z } from 'zod';

/* The texts and dates that publishers may send: what is let in here is stored, shown and sent on as it is. */

/** What jsonb and every later reader refuse: U+0000, lone surrogates, and controls that no text needs. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export const clean = (max: number): z.ZodString =>
  z.string().max(max).refine((text) => !FORBIDDEN.test(text), { error: 'contains a control character or half a surrogate pair' });

export const name = (max: number): z.ZodString => clean(max).trim().min(1);

/** A calendar date or an instant with its offset; the date as printed counts for "on Thursday". */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).refine((text) => !Number.isNaN(dayOf(text)), { error: 'is not a real date' });

/** As precise as its source: see the kernel's partial dates. */
export const vagueDate = z
  .string()
  .max(20)
  .refine((text) => findPartialDate(text) !== null, { error: 'is not a date such as 2023-04-20, 2023-04, 2023-Q2, 2023, ../2023-04-20 or 2023-04-20/..' })
  .transform((text) => text as PartialDate);
