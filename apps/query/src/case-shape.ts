import { ANOMALIES } from '@docketwire/case';
import type { CaseView, ChargeView, DefendantView, Evidence } from '@docketwire/case';
import type { CaseDetail, CaseSummary, ChargeBrief, DefendantBrief } from '@docketwire/contracts';
import type { StoredCase } from '@docketwire/projection';
import { sourceCount } from './sources.js';

/** What a reader asked to see: all of it null is the present. */
export type Moment = Readonly<{ on: string | null; knownAt: string | null }>;

/* What goes out is named here, field by field and in a reader's order: what the domain adds stays inside until the contract has it. */
const CHARGE = [
  'id', 'offence', 'n', 'status', 'since', 'realis', 'plea', 'refile', 'endedBy', 'mechanism', 'counts', 'countsDismissed', 'appeal', 'appealBy', 'appealAgainst',
  'basis', 'lesser', 'trialNo', 'refileBy', 'part', 'splitFrom', 'supersededBy', 'refiles', 'refiledAs', 'uncertain',
] as const;
const STEP = ['event', 'value', 'from', 'to', 'when', 'holdsFrom', 'realis', 'announcedOn', 'occurredOn', 'inferred', 'originators'] as const;
const EVIDENCE = ['article', 'source', 'originator', 'revision', 'url', 'title', 'reported'] as const;
const NOTE = ['defendant', 'offence', 'event', 'value', 'when', 'realis'] as const;

/** A case as a list shows it: people nobody has accused in court only where asked for. */
export function caseSummary(stored: StoredCase, includePreCharge: boolean): CaseSummary {
  const { view, articles, accusedDefendants } = stored;
  const shown = view.defendants.filter(({ id }) => includePreCharge || accusedDefendants.includes(id));
  return { ...recordOf(stored, view), articles, sources: sourceCount(view), defendants: shown.map((defendant) => defendantBrief(defendant, view)) };
}

type Shown = Readonly<{ stored: StoredCase; view: CaseView; articles: number; moment: Moment }>;

export function caseDetail({ stored, view, articles, moment }: Shown): CaseDetail {
  return {
    ...recordOf(stored, view),
    articles,
    sources: sourceCount(view),
    updatesPending: stored.updatesPending,
    ...moment,
    feed: { epoch: stored.epoch, seq: stored.lastSeq },
    defendants: view.defendants.map(({ id, name, aliases, status, leadCharge, tally, mixed, custody }) => ({
      id, name, aliases: [...aliases], status, leadCharge, tally, mixed, custody,
      charges: chargesOf(view, id).map(chargeDetail),
    })),
    anomalies: view.anomalies.map(({ defendant, offence, why, when, evidence }) => ({ defendant, offence, why, says: ANOMALIES[why], when, evidence: evidence.map(evidenceOf) })),
    notes: view.notes.map((note) => ({ ...pick(note, NOTE), evidence: note.evidence.map(evidenceOf) })),
  };
}

function recordOf({ caseId, version, openedAt, changedAt }: StoredCase, { state, reopened }: CaseView): Pick<CaseDetail, 'id' | 'version' | 'state' | 'reopened' | 'openedAt' | 'changedAt'> {
  return { id: caseId, version, state, reopened, openedAt: openedAt.toISOString(), changedAt: changedAt.toISOString() };
}

function defendantBrief({ id, name, status, tally, mixed, custody }: DefendantView, view: CaseView): DefendantBrief {
  return { id, name, status, tally, mixed, custody, charges: chargesOf(view, id).map(chargeBrief) };
}

/** One charge without its history. */
export const chargeBrief = (charge: ChargeView): ChargeBrief => pick(charge, CHARGE);

function chargesOf(view: CaseView, defendant: string): readonly ChargeView[] {
  return view.charges.filter((charge) => charge.defendant === defendant);
}

function chargeDetail(charge: ChargeView): CaseDetail['defendants'][number]['charges'][number] {
  return { ...pick(charge, CHARGE), countsTold: charge.countsTold, history: charge.steps.map((step) => ({ ...pick(step, STEP), evidence: step.evidence.map(evidenceOf) })) };
}

export function evidenceOf(evidence: Evidence): CaseDetail['anomalies'][number]['evidence'][number] {
  return { ...pick(evidence, EVIDENCE), quote: pick(evidence.quote, ['text', 'start', 'end']), rule: evidence.rule, stated: isStated(evidence) };
}

/** The publisher stated it as data: nobody read it in a text. */
export const isStated = ({ rule }: Pick<Evidence, 'rule'>): boolean => rule === 'publisher';

function pick<Value extends object, Key extends keyof Value>(value: Value, keys: readonly Key[]): Pick<Value, Key> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<Value, Key>;
}
