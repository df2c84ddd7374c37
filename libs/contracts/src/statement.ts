import { CHARGE_EVENTS, CUSTODIES, ENDED_BY, PLEAS, REALIS, REFILES } from '@docketwire/case';
import type { ChargeEvent } from '@docketwire/case';
import { z } from 'zod';
import { clean, name, vagueDate } from './text.js';

/** A case with more to say in one update is several updates. */
const MAX_STATEMENTS = 200;
const MAX_COUNTS = 10_000;

const PLEAS_ENTERED = PLEAS.filter((plea) => plea !== 'none' && plea !== 'withdrawn');

/** What `value` may be; of every other event it says nothing and must be left out. */
const VALUES: Partial<Record<ChargeEvent, readonly string[]>> = {
  plea_entered: PLEAS_ENTERED,
  plea_withdrawn: ['', ...PLEAS_ENTERED],
  custody_changed: CUSTODIES.filter((custody) => custody !== 'unknown'),
  appeal_allowed: ['', 'part'],
};

/** After these a charge may come back, and only of these is it said whether it can. */
const ENDINGS: readonly ChargeEvent[] = ['dismissed', 'stayed', 'declined'];

/** One step that a publisher states as data, instead of in a text that would have to be read. */
const Statement = z
  .strictObject({
    defendant: name(200).describe('The name in full, spelt alike in all statements.'),
    offence: z.string().max(80).regex(/^(?!unspecified$)[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/, { error: 'is a code in lower case such as involuntary_manslaughter' }).nullish().transform((value) => value ?? null)
      .describe('The offence’s code; left out where the step concerns every charge, or none is named.'),
    event: z.enum(CHARGE_EVENTS),
    value: clean(80).trim().nullish().transform((value) => value ?? '').describe('The plea, the custody, or the part of the counts that is dismissed (`n:2`).'),
    when: vagueDate.nullish().transform((value) => value ?? null).describe('When it happened, as precisely as it is known.'),
    realis: z.enum(REALIS).default('occurred'),
    counts: z.int().min(1).max(MAX_COUNTS).nullish().transform((value) => value ?? null),
    refile: z.enum(REFILES).nullish().transform((value) => value ?? null),
    endedBy: z.enum(ENDED_BY).nullish().transform((value) => value ?? null),
    mechanism: name(200).nullish().transform((value) => value ?? null).describe('The raw legal term.'),
    note: name(500).nullish().transform((value) => value ?? null).describe('In the publisher’s own words: quoted with the statement.'),
  })
  .refine(({ event, value }) => isValue(event, value), { path: ['value'], error: 'does not fit the event' })
  .refine(({ event, refile }) => refile === null || ENDINGS.includes(event), { path: ['refile'], error: 'is said of dismissed, stayed and declined alone' });
export type Statement = z.output<typeof Statement>;

/** Left out, never null: an update without statements is the same event as before there were any. */
export const Statements = z
  .array(Statement)
  .min(1)
  .max(MAX_STATEMENTS)
  .nullish()
  .transform((value) => value ?? undefined)
  .optional()
  .describe('What happened, as data: instead of `text`, never beside it.');

function isValue(event: ChargeEvent, value: string): boolean {
  return event === 'dismissed' || (VALUES[event] ?? ['']).includes(value);
}
