import { APPEALED, APPELLANTS, BASES, CHARGE_EVENTS, ENDED_BY, NEWS_KINDS, REALIS, REFILES } from '@docketwire/case';
import type { AssertionSet } from '@docketwire/case';
import { fail, findPartialDate, uuid5 } from '@docketwire/kernel';
import type { PartialDate } from '@docketwire/kernel';
import { z } from 'zod';
import type { Envelope } from './envelope.js';

export const EXTRACTION_RECORDED = 'docketwire.extraction-recorded.v1';
export const CASE_ALIASED = 'docketwire.case-aliased.v1';

const partialDate = z.custom<PartialDate>((value) => typeof value === 'string' && findPartialDate(value) !== null, 'is not a partial date');

/**
 * No record that the broker takes (1 MB) has more rightly. Without bounds, a list of nothing but mistakes cost 40 s and
 * gigabytes to describe, again and again.
 */
const MAX_ASSERTIONS = 5_000;
const MAX_DEFENDANTS = 2_000;
const MAX_ALIASES = 50;
/** As many problems as a reader wants to see of one record. */
const MAX_PROBLEMS = 10;

/** The length is looked at before the items. */
function listOf<Item extends z.ZodType>(item: Item, max: number): z.ZodPipe<z.ZodArray<z.ZodUnknown>, z.ZodArray<Item>> {
  return z.array(z.unknown()).max(max).pipe(z.array(item));
}

/** Names and quotes stand in `personal`, apart from codes, dates and ids, so that this part can be sealed and erased alone. */
const ExtractionRecorded = z.object({
  case: z.uuid(),
  article: z.string(),
  assignment: z.int().min(1),
  contentHash: z.string(),
  kind: z.enum(NEWS_KINDS),
  revision: z.int().nullable(),
  source: z.string(),
  originator: z.string(),
  url: z.string().nullable(),
  /** Records of before it was asked do not have it; nor those below that have a default. */
  jurisdiction: z.string().nullable().default(null),
  reported: z.iso.date(),
  extractorVersion: z.int(),
  /** The case that the article was found to be about instead. */
  movedTo: z.uuid().nullable(),
  assertions: listOf(
    z.object({
      defendant: z.string(),
      offence: z.string().nullable(),
      event: z.enum(CHARGE_EVENTS),
      value: z.string(),
      when: partialDate.nullable(),
      realis: z.enum(REALIS),
      counts: z.int().nullable(),
      refile: z.enum(REFILES).nullable(),
      endedBy: z.enum(ENDED_BY).nullable(),
      mechanism: z.string().nullable(),
      basis: z.enum(BASES).nullable().default(null),
      lesser: z.string().nullable().default(null),
      by: z.enum(APPELLANTS).nullable().default(null),
      against: z.enum(APPEALED).nullable().default(null),
      party: z.boolean(),
      rule: z.string(),
      confidence: z.number().min(0).max(1),
      /** Offsets of `personal.quotes` at the same place in the list. */
      start: z.int(),
      end: z.int(),
    }),
    MAX_ASSERTIONS,
  ),
  personal: z.object({
    title: z.string().nullable(),
    defendants: listOf(z.object({ id: z.string(), name: z.string(), aliases: listOf(z.string(), MAX_ALIASES) }), MAX_DEFENDANTS),
    quotes: listOf(z.string(), MAX_ASSERTIONS),
  }),
});
type ExtractionRecorded = z.output<typeof ExtractionRecorded>;

const CaseAliased = z.object({ case: z.uuid(), into: z.uuid() });

/** A record of the log, as the projector takes it. */
export type CaseRecordEvent =
  | Readonly<{ type: 'ExtractionRecorded'; caseId: string; set: AssertionSet; movedTo: string | null }>
  | Readonly<{ type: 'CaseAliased'; caseId: string; into: string }>;

type Recording = Readonly<{ caseId: string; set: AssertionSet; extractorVersion: number; movedTo: string | null; time: string; traceparent?: string | undefined }>;

/** What an extractor that does not know of them leaves out. */
const NOT_ASKED = { basis: null, lesser: null, by: null, against: null } as const;

export function extractionRecordedEvent({ caseId, set, extractorVersion, movedTo, time, traceparent }: Recording): Envelope<ExtractionRecorded> {
  const { assertions, defendants, title, ...codes } = set;
  return {
    id: uuid5(set.article, set.assignment, caseId),
    type: EXTRACTION_RECORDED,
    source: '/extractor',
    time,
    subject: caseId,
    ...(traceparent ? { traceparent } : {}),
    data: {
      ...codes,
      jurisdiction: set.jurisdiction ?? null,
      case: caseId,
      extractorVersion,
      movedTo,
      assertions: assertions.map(({ quote, ...assertion }) => ({ ...NOT_ASKED, ...assertion, start: quote.start, end: quote.end })),
      personal: { title, defendants: defendants.map(({ id, name, aliases }) => ({ id, name, aliases: [...aliases] })), quotes: assertions.map(({ quote }) => quote.text) },
    },
  };
}

export function caseAliasedEvent({ caseId, into, time }: { caseId: string; into: string; time: string }): Envelope<z.output<typeof CaseAliased>> {
  return { id: uuid5('alias', caseId, into), type: CASE_ALIASED, source: '/extractor', time, subject: caseId, data: { case: caseId, into } };
}

/** Throws EVENT_UNKNOWN or RECORD_UNDECODABLE. */
export function parseCaseRecord(event: Envelope<unknown>): CaseRecordEvent {
  if (event.type === EXTRACTION_RECORDED) return fromWire(parse(ExtractionRecorded, event.data));
  if (event.type !== CASE_ALIASED) throw fail('EVENT_UNKNOWN', { type: event.type });
  const alias = parse(CaseAliased, event.data);
  return { type: 'CaseAliased', caseId: alias.case, into: alias.into };
}

function parse<Shape extends z.ZodType>(shape: Shape, data: unknown): z.output<Shape> {
  const parsed = shape.safeParse(data);
  if (!parsed.success) throw fail('RECORD_UNDECODABLE', { reason: z.prettifyError({ issues: parsed.error.issues.slice(0, MAX_PROBLEMS) }) });
  return parsed.data;
}

function fromWire(data: ExtractionRecorded): CaseRecordEvent {
  const { case: caseId, movedTo, personal, assertions, extractorVersion: _, ...codes } = data;
  const set: AssertionSet = {
    ...codes,
    title: personal.title,
    defendants: personal.defendants,
    assertions: assertions.map(({ start, end, ...assertion }, place) => ({ ...assertion, quote: { text: personal.quotes[place] ?? '', start, end } })),
  };
  return { type: 'ExtractionRecorded', caseId, set, movedTo };
}
