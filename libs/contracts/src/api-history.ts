import { CHANGE_KINDS, CHARGE_EVENTS, CHARGE_STATUSES, NEWS_KINDS, REALIS } from '@docketwire/case';
import { z } from 'zod';
import { Evidence } from './api-case.js';
import { FeedPosition, clocks, pageLimit } from './api-cases.js';
import { ChargeSummary, StatusChange } from './status-change.js';

const instant = z.iso.datetime({ offset: true });

/** `GET /v1/cases/{id}/history` */
export const HistoryQuery = z.strictObject({
  ...clocks,
  after: z.coerce.number().int().min(0).default(0).describe('Records after this change’s `seq`, from `next`.'),
  limit: pageLimit.default(100).describe('At most this many records. The steps are always all.'),
});
export type HistoryQuery = z.output<typeof HistoryQuery>;

/** `GET /v1/cases/{id}/diff` */
export const DiffQuery = z
  .strictObject({
    knownFrom: instant.describe('What was known at this instant …'),
    knownTo: instant.optional().describe('… against what was known at this one; now without it.'),
    on: clocks.on,
  })
  .refine(({ knownFrom, knownTo }) => knownTo === undefined || Date.parse(knownFrom) <= Date.parse(knownTo), { path: ['knownTo'], error: 'is before knownFrom' });
export type DiffQuery = z.output<typeof DiffQuery>;

const partial = z.string().nullable();

/** An article’s revision that the record heard of. */
const Hearing = z
  .object({
    article: z.string(),
    revision: z.int().nullable(),
    news: z.enum(NEWS_KINDS),
    source: z.string(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    known: instant.describe('When the record came to know it.'),
  })
  .meta({ id: 'Hearing' });

const DatedStep = z
  .object({
    defendant: z.string(),
    charge: z.string(),
    offence: z.string(),
    event: z.enum(CHARGE_EVENTS),
    value: z.string(),
    from: z.enum([...CHARGE_STATUSES, '(none)']),
    to: z.enum(CHARGE_STATUSES),
    inferred: z.boolean(),
    happened: z.object({ when: partial, holdsFrom: z.iso.date(), realis: z.enum(REALIS), announcedOn: partial, occurredOn: partial }),
    reported: z.iso.date().nullable().describe('The date of the first article that says so; null where nobody reported the step as such.'),
    known: instant.nullable().describe('When the record first heard it, in whatever revision of whatever article.'),
    originators: z.int().describe('How many independent originators say so.'),
    sources: z
      .array(z.object({ source: z.string(), originator: z.string(), article: z.string(), reported: z.iso.date(), stated: z.boolean() }))
      .describe('Every article that says so, the earliest first. Articles of one originator, or with one wording, are one voice.'),
  })
  .meta({ id: 'DatedStep' });

const TakenBack = z
  .object({
    defendant: z.string(),
    offence: z.string().nullable(),
    event: z.enum(CHARGE_EVENTS),
    value: z.string(),
    when: partial,
    realis: z.enum(REALIS),
    reported: z.iso.date(),
    known: instant,
    until: instant.describe('When the record stopped saying it.'),
    because: Hearing.describe('What took it back.'),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'TakenBack', description: 'What an article said and no article says any more: corrected, held, retracted.' });

const RecordTold = z
  .object({ known: instant, version: z.int(), changes: z.array(StatusChange).min(1) })
  .meta({ id: 'RecordTold', description: 'One record of the log and all that it changed: each charge before and after.' });

export const CaseHistory = z
  .object({
    id: z.uuid(),
    on: z.iso.date().nullable(),
    knownAt: instant.nullable(),
    steps: z.array(DatedStep).describe('In the order of the charges and, of each, in which it happened.'),
    takenBack: z.array(TakenBack),
    records: z.array(RecordTold).describe('In the order in which they became known.'),
    next: z.string().nullable().describe('Path of the next records; null at the end.'),
  })
  .meta({ id: 'CaseHistory' });
export type CaseHistory = z.output<typeof CaseHistory>;

const Difference = z
  .object({
    kind: z.enum(CHANGE_KINDS),
    defendant: z.object({ id: z.string(), name: z.string() }).nullable(),
    charge: z.object({ id: z.string(), offence: z.string(), previousId: z.string().nullable() }).nullable(),
    before: ChargeSummary.nullable(),
    after: ChargeSummary.nullable(),
    conflict: z.object({ why: z.string(), says: z.string(), offence: z.string().nullable(), when: partial }).nullable().describe('The disagreement that was opened or settled.'),
  })
  .meta({ id: 'Difference' });

export const CaseDiff = z
  .object({
    id: z.uuid(),
    on: z.iso.date().nullable(),
    knownFrom: instant,
    knownTo: instant.nullable().describe('Null: now.'),
    changes: z.array(Difference).describe('What leads from the one to the other. Empty where nothing that a reader is told differs.'),
    because: z.array(Hearing).describe('What the record heard in between, in that order.'),
    feed: FeedPosition,
  })
  .meta({ id: 'CaseDiff' });
export type CaseDiff = z.output<typeof CaseDiff>;
