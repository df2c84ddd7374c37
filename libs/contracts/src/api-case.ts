import { CASE_STATES, CHARGE_EVENTS, CHARGE_STATUSES, CUSTODIES, REALIS } from '@docketwire/case';
import { z } from 'zod';
import { ChargeBrief, FeedPosition, clocks } from './api-cases.js';

/** `GET /v1/cases/{id}` */
export const CaseQuery = z.strictObject(clocks);
export type CaseQuery = z.output<typeof CaseQuery>;

export const CaseId = z.uuid().toLowerCase().describe('The case’s id.');

const partial = z.string().nullable();

export const Evidence = z
  .object({
    article: z.string().describe('`source/articleId`'),
    source: z.string(),
    originator: z.string().describe('Who is behind the words: the credited agency, else the source.'),
    revision: z.int().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    reported: z.iso.date().describe('The article’s own date.'),
    quote: z.object({ text: z.string(), start: z.int(), end: z.int() }).describe('The exact words, and where they stand in the article’s plain text (UTF-16 units).'),
    rule: z.string().describe('What read them.'),
    stated: z.boolean().describe('True where the publisher stated it as data: the quote is that statement as a sentence, not words read in a text.'),
  })
  .meta({ id: 'Evidence' });

const Step = z
  .object({
    event: z.enum(CHARGE_EVENTS),
    value: z.string(),
    from: z.enum([...CHARGE_STATUSES, '(none)']),
    to: z.enum(CHARGE_STATUSES),
    when: partial,
    holdsFrom: z.iso.date().describe('The day from which the record counts it: for a vague date, the end of the room that it had.'),
    realis: z.enum(REALIS),
    announcedOn: partial,
    occurredOn: partial,
    inferred: z.boolean().describe('True for a step that nobody reported but that a later one implies.'),
    originators: z.int().describe('How many independent originators say so.'),
    evidence: z.array(Evidence).describe('At most three, the best first.'),
  })
  .meta({ id: 'Step' });

const ChargeDetail = ChargeBrief.extend({
  countsTold: z.record(z.string(), z.int()).describe('Where sources disagree: each number of counts, and how many originators tell it.'),
  history: z.array(Step).describe('In the order in which it happened.'),
}).meta({ id: 'ChargeDetail' });

const DefendantDetail = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    status: z.enum(CHARGE_STATUSES),
    leadCharge: z.string().nullable(),
    tally: z.record(z.string(), z.int()),
    mixed: z.boolean(),
    custody: z.enum(CUSTODIES),
    charges: z.array(ChargeDetail),
  })
  .meta({ id: 'DefendantDetail' });

const Anomaly = z
  .object({
    defendant: z.string(),
    offence: z.string().nullable(),
    why: z.string().describe('A code; more may come.'),
    says: z.string().describe('The code in words.'),
    when: partial,
    evidence: z.array(Evidence),
  })
  .meta({ id: 'Anomaly', description: 'A report that the lifecycle or better proof did not let take effect: kept, and shown.' });

const Note = z
  .object({ defendant: z.string(), offence: z.string().nullable(), event: z.enum(CHARGE_EVENTS), value: z.string(), when: partial, realis: z.enum(REALIS), evidence: z.array(Evidence) })
  .meta({ id: 'Note', description: 'What somebody says who does not decide it (counsel, a relative): shown, and moves nothing.' });

export const CaseDetail = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(CASE_STATES),
    reopened: z.boolean(),
    openedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    articles: z.int().describe('Articles that speak, or have spoken, of the case.'),
    sources: z.int(),
    updatesPending: z.boolean().describe('True while a record about this case waits for an operator: something may be missing.'),
    on: z.iso.date().nullable(),
    knownAt: z.iso.datetime({ offset: true }).nullable(),
    feed: FeedPosition.describe('The last change of this case: follow the stream from here.'),
    defendants: z.array(DefendantDetail),
    anomalies: z.array(Anomaly),
    notes: z.array(Note),
  })
  .meta({ id: 'CaseDetail' });
export type CaseDetail = z.output<typeof CaseDetail>;
