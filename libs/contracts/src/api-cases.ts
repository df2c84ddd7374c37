import { APPEALED, APPEALS, APPELLANTS, BASES, CASE_STATES, CHARGE_STATUSES, CUSTODIES, ENDED_BY, PLEAS, REALIS, REFILES } from '@docketwire/case';
import { z } from 'zod';

/** A page of a list never holds more: a case is up to 100 KB, and a caller asks for the next one. */
export const MAX_PAGE = 200;

/** In a query string everything is text: `1` or `yes` would be a guess. */
export const flag = z.enum(['true', 'false']).default('false').transform((text) => text === 'true');
export const pageLimit = z.coerce.number().int().min(1).max(MAX_PAGE);

/** What was true on a day, as it was known at an instant: wherever a case is read. */
export const clocks = {
  on: z.iso.date().optional().describe('What was true on that day.'),
  knownAt: z.iso.datetime({ offset: true }).optional().describe('As it was known at that instant; what became known at that very instant belongs to it.'),
};

/** `GET /v1/cases` */
export const CaseListQuery = z.strictObject({
  ...clocks,
  name: z.string().trim().min(1).max(200).optional().describe('Part of a defendant’s name: every word given must begin a word of the name. Case, accents and punctuation do not count.'),
  status: z.enum(CHARGE_STATUSES).optional().describe('Cases with a defendant whose leading charge has this status.'),
  changedSince: z.iso.datetime({ offset: true }).optional().describe('Cases that changed at this instant or later.'),
  includePreCharge: flag.describe('Also people whom nobody has accused in court (suspects, arrested without charge, not charged).'),
  after: z.string().max(200).optional().describe('The cursor of the page before, from its `next` link.'),
  limit: pageLimit.default(50).describe(`At most this many cases, up to ${MAX_PAGE}.`),
});
export type CaseListQuery = z.output<typeof CaseListQuery>;

/** One charge without its history. */
export const ChargeBrief = z
  .object({
    id: z.string(),
    offence: z.string().describe('The offence’s code; `unspecified` where no report names one.'),
    n: z.int().describe('Place in the refiling chain, from 1.'),
    status: z.enum(CHARGE_STATUSES),
    since: z.string().nullable().describe('When the status began, as precise as it was told: `2023-01` is a month, `2023-Q1` a quarter, `../2023-04-20` on or before that day, `2023-04-20/..` on or after it.'),
    realis: z.enum(REALIS).describe('`announced`: said to be coming by the authority that decides it; `occurred`: reported as done.'),
    plea: z.enum(PLEAS),
    refile: z.enum(REFILES).nullable().describe('Whether an ended charge may be brought again; `unknown` where nobody said.'),
    endedBy: z.enum(ENDED_BY).nullable(),
    mechanism: z.string().nullable().describe('The raw legal term, where one was used.'),
    counts: z.int().nullable(),
    countsDismissed: z.int(),
    appeal: z.enum(APPEALS),
    appealBy: z.enum(APPELLANTS).nullable().optional().describe('Who appeals, where somebody told.'),
    appealAgainst: z.enum(APPEALED).nullable().optional(),
    basis: z.enum(BASES).nullable().optional().describe('What the conviction in force rests on.'),
    lesser: z.string().nullable().optional().describe('The lesser offence that the conviction or the plea is of.'),
    trialNo: z.int().optional().describe('How many trials have begun.'),
    refileBy: z.iso.date().nullable().optional().describe('The last day on which it may come back, where the law of the place sets one.'),
    part: z.string().nullable().optional().describe('The counts that were split off by name, such as `1,3`; null for a whole charge.'),
    splitFrom: z.string().nullable().optional().describe('The charge that these counts were split off from.'),
    supersededBy: z.string().nullable().optional().describe('The charge that carries on this one, which was replaced or moved to another court.'),
    refiles: z.string().nullable().describe('The charge that this one brings again.'),
    refiledAs: z.string().nullable().describe('The charge that brought this one again.'),
    uncertain: z.boolean().describe('True where a vague date leaves open whether the latest step had happened yet.'),
  })
  .meta({ id: 'ChargeBrief' });
export type ChargeBrief = z.output<typeof ChargeBrief>;

const DefendantBrief = z
  .object({
    id: z.string(),
    name: z.string(),
    status: z.enum(CHARGE_STATUSES).describe('Of the charge that leads; never one adjective for the whole person: see `charges`.'),
    tally: z.record(z.string(), z.int()).describe('How many charges have each status.'),
    mixed: z.boolean(),
    custody: z.enum(CUSTODIES),
    charges: z.array(ChargeBrief),
  })
  .meta({ id: 'DefendantBrief' });
export type DefendantBrief = z.output<typeof DefendantBrief>;

/** A place in the change feed. */
export const FeedPosition = z
  .object({ epoch: z.string().describe('Changes when the feed was restored: a cursor of another epoch is void.'), seq: z.int().min(0) })
  .meta({ id: 'FeedPosition' });
export type FeedPosition = z.output<typeof FeedPosition>;

export const CaseSummary = z
  .object({
    id: z.uuid(),
    version: z.int().describe('Grows by one with every record that changed the case.'),
    state: z.enum(CASE_STATES),
    reopened: z.boolean(),
    openedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    articles: z.int().describe('Articles that speak, or have spoken, of the case.'),
    sources: z.int().describe('Independent originators seen in the evidence that is shown.'),
    defendants: z.array(DefendantBrief),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.output<typeof CaseSummary>;

export const CaseList = z
  .object({
    cases: z.array(CaseSummary).describe('The latest change first.'),
    feed: FeedPosition.describe('Read before the list: a case that changes while you walk the pages moves to the front, and the feed after this place tells you of it.'),
    next: z.string().nullable().describe('Path of the next page; null at the end.'),
  })
  .meta({ id: 'CaseList' });
export type CaseList = z.output<typeof CaseList>;
