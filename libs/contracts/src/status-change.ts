import { CHANGE_KINDS, CHARGE_STATUSES, NEWS_KINDS, PLEAS, REALIS, REFILES, findCausingQuote } from '@docketwire/case';
import type { AssertionSet, CaseView, Change, ChargeView } from '@docketwire/case';
import { uuid5 } from '@docketwire/kernel';
import { z } from 'zod';
import type { Envelope } from './envelope.js';

export const STATUS_CHANGE = 'docketwire.status-change.v1';

/** A charge as a subscriber needs it: small, and complete without another request. */
export const ChargeSummary = z.object({
  status: z.enum(CHARGE_STATUSES),
  /** As precise as it was told: `2023-01` is a month. */
  since: z.string().nullable(),
  realis: z.enum(REALIS),
  plea: z.enum(PLEAS),
  refile: z.enum(REFILES).nullable(),
  counts: z.int().nullable(),
});

/** One change of one case, the same in the feed, over SSE, on Kafka and in webhooks. */
export const StatusChange = z
  .object({
    /** Dense, never reused: the cursor of the feed. */
    seq: z.int().min(1),
    /** Changes when the feed was restored from a backup: a cursor of another epoch is void. */
    epoch: z.string(),
    /** Stable over every repetition. */
    id: z.uuid(),
    case: z.uuid(),
    /** Grows by one with every record that changed the case. */
    caseVersion: z.int().min(1),
    kind: z.enum(CHANGE_KINDS),
    /** When the record came to be known (ISO instant). */
    knownAt: z.string(),
    defendant: z.object({ id: z.string(), name: z.string() }).nullable(),
    charge: z.object({ id: z.string(), offence: z.string(), previousId: z.string().nullable() }).nullable(),
    before: ChargeSummary.nullable(),
    after: ChargeSummary.nullable(),
    cause: z.object({
      /** `ce_id` of the record on the log. */
      event: z.string(),
      article: z.string(),
      revision: z.int().nullable(),
      news: z.enum(NEWS_KINDS),
      title: z.string().nullable(),
      url: z.string().nullable(),
      source: z.string(),
      /** The words that carry the new state, where the cause has any: at most 300 characters. */
      quote: z.string().nullable(),
    }),
  })
  .meta({ id: 'StatusChange' });
export type StatusChange = z.output<typeof StatusChange>;
export type ChangeCause = StatusChange['cause'];
/** A change before the feed has given it its number. */
export type UnnumberedChange = Omit<StatusChange, 'seq' | 'epoch'>;

type Described = Readonly<{ change: Change; view: CaseView; before: CaseView; caseVersion: number; knownAt: string; cause: ChangeCause; ordinal: number; /** What the causing article says now: its words need not be among the best three of a step. */ set?: AssertionSet }>;

const MAX_QUOTE = 300;

export function describeChange({ change, view, before, caseVersion, knownAt, cause, ordinal, set }: Described): UnnumberedChange {
  const charge = change.after ?? change.before;
  const named = change.defendant === null ? undefined : (view.defendants.find(({ id }) => id === change.defendant) ?? before.defendants.find(({ id }) => id === change.defendant));
  return {
    id: uuid5(cause.event, view.id, ordinal),
    case: view.id,
    caseVersion,
    kind: change.kind,
    knownAt,
    defendant: named ? { id: named.id, name: named.name } : null,
    charge: charge && { id: charge.id, offence: charge.offence, previousId: change.previousChargeId },
    before: summaryOf(change.before),
    after: summaryOf(change.after),
    cause: { ...cause, quote: quoteOf(change, cause, set)?.slice(0, MAX_QUOTE) ?? null },
  };
}

export function statusChangeEvent(change: StatusChange): Envelope<StatusChange> {
  return { id: change.id, type: STATUS_CHANGE, source: '/projector', time: change.knownAt, subject: change.case, data: change };
}

export function summaryOf(charge: ChargeView | null): StatusChange['after'] {
  if (!charge) return null;
  const { status, since, realis, plea, refile, counts } = charge;
  return { status, since, realis, plea, refile, counts };
}

/** The words under the latest step that the causing article supports; without its set, as far as the step still shows them. */
function quoteOf(change: Change, { article }: ChangeCause, set: AssertionSet | undefined): string | undefined {
  if (set) return findCausingQuote(change, set)?.text;
  return change.after?.steps.flatMap((step) => step.evidence.filter((evidence) => evidence.article === article)).at(-1)?.quote.text;
}
