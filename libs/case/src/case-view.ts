import type { PartialDate } from '@docketwire/kernel';
import type { ANOMALIES } from './anomalies.js';
import type { Quote } from './assertion.js';
import type { Appeal, Appealed, Appellant, Basis, CaseStateName, ChargeEvent, ChargeStatus, ChangeKind, Custody, EndedBy, Plea, Realis, Refile } from './vocabulary.js';

/** One article's words under a fact. */
export type Evidence = Readonly<{
  article: string;
  source: string;
  originator: string;
  revision: number | null;
  url: string | null;
  title: string | null;
  reported: string;
  quote: Quote;
  rule: string;
}>;

/** A step in a charge's life, with when it happened, how we know, and who says so. */
export type Step = Readonly<{
  event: ChargeEvent;
  value: string;
  from: ChargeStatus | '(none)';
  to: ChargeStatus;
  /** The step's date as told (`2023-01`); null where no source dates it. */
  when: PartialDate | null;
  /** The day (`YYYY-MM-DD`) from which the record counts it: for a vague date, the end of the room that it had. */
  holdsFrom: string;
  realis: Realis;
  /** The two dates of a step that was announced before it was done. */
  announcedOn: PartialDate | null;
  occurredOn: PartialDate | null;
  /** True for a step that nobody reported but that a later one implies. */
  inferred: boolean;
  /** How many independent originators say so. */
  originators: number;
  /** At most three, the best first. */
  evidence: readonly Evidence[];
  /** Ids of the facts that support it. */
  facts: readonly string[];
}>;

export type ChargeView = Readonly<{
  /** uuid5(case, defendant, offence code, n[, part]). */
  id: string;
  defendant: string;
  /** Offence code, or `unspecified`. */
  offence: string;
  /** Place in the refiling chain, from 1. */
  n: number;
  /** The counts that this row was split off with (`1,3`), and from which charge; null for a whole charge. */
  part: string | null;
  splitFrom: string | null;
  status: ChargeStatus;
  /** When the present status began, as told. */
  since: PartialDate | null;
  realis: Realis;
  plea: Plea;
  /** What the conviction in force rests on; null where there is none, or nobody tells. */
  basis: Basis | null;
  /** The lesser offence that the conviction or the plea is of. */
  lesser: string | null;
  /** How many trials have begun. */
  trialNo: number;
  refile: Refile | null;
  /** The last day (`YYYY-MM-DD`) on which it may come back, where the law of the place sets one. */
  refileBy: string | null;
  endedBy: EndedBy | null;
  mechanism: string | null;
  counts: number | null;
  /** Each number of counts that was told, with how many originators tell it, where they disagree. */
  countsTold: Readonly<Record<string, number>>;
  countsDismissed: number;
  appeal: Appeal;
  appealBy: Appellant | null;
  appealAgainst: Appealed | null;
  refiles: string | null;
  refiledAs: string | null;
  /** The charge that carries on this one, which was superseded or transferred. */
  supersededBy: string | null;
  /** True where a vague date leaves open whether the latest step had happened yet on the day asked for. */
  uncertain: boolean;
  steps: readonly Step[];
  facts: readonly string[];
}>;

export type DefendantView = Readonly<{
  id: string;
  name: string;
  aliases: readonly string[];
  /** Of the charge that leads (see the derivation in `lead.ts`). */
  status: ChargeStatus;
  leadCharge: string | null;
  tally: Readonly<Record<string, number>>;
  mixed: boolean;
  custody: Custody;
}>;

/** A report that the lifecycle or better proof did not let take effect: kept, and shown. */
export type Anomaly = Readonly<{
  defendant: string;
  offence: string | null;
  why: AnomalyReason;
  when: PartialDate | null;
  facts: readonly string[];
  evidence: readonly Evidence[];
}>;

/** Why a report is an anomaly (`ANOMALIES` says it in words). */
export type AnomalyReason = keyof typeof ANOMALIES;

/** What somebody says who does not decide it (defence counsel, a relative): shown, and moves nothing. */
export type Note = Readonly<{
  defendant: string;
  offence: string | null;
  event: ChargeEvent;
  value: string;
  when: PartialDate | null;
  realis: Realis;
  facts: readonly string[];
  evidence: readonly Evidence[];
}>;

/** Everything we can say of a case. A pure function of the facts. */
export type CaseView = Readonly<{
  id: string;
  state: CaseStateName;
  reopened: boolean;
  defendants: readonly DefendantView[];
  charges: readonly ChargeView[];
  anomalies: readonly Anomaly[];
  notes: readonly Note[];
}>;

/** What a subscriber hears: one charge before and after; without a charge, the case as a whole. */
export type Change = Readonly<{
  kind: ChangeKind;
  chargeId: string | null;
  previousChargeId: string | null;
  defendant: string | null;
  before: ChargeView | null;
  after: ChargeView | null;
  /** The conflict that was opened or resolved. */
  anomaly?: Anomaly;
}>;
