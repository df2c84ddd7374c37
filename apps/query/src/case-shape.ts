import { ANOMALIES } from '@docketwire/case';
import type { Anomaly, CaseView, ChargeView, DefendantView, Evidence, Note, Step } from '@docketwire/case';
import type { CaseDetail, CaseSummary, ChargeBrief, DefendantBrief } from '@docketwire/contracts';
import type { StoredCase } from '@docketwire/projection';
import { sourceCount } from './sources.js';

/** What a reader asked to see: all of it null is the present. */
export type Moment = Readonly<{ on: string | null; knownAt: string | null }>;

/** A case as a list shows it: people nobody has accused in court only where asked for. */
export function caseSummary(stored: StoredCase, includePreCharge: boolean): CaseSummary {
  const { view } = stored;
  const shown = view.defendants.filter(({ id }) => includePreCharge || stored.accusedDefendants.includes(id));
  return {
    ...recordOf(stored),
    articles: stored.articles,
    sources: sourceCount(view),
    defendants: shown.map((defendant) => defendantBrief(defendant, view)),
  };
}

type Shown = Readonly<{ stored: StoredCase; view: CaseView; articles: number; moment: Moment }>;

export function caseDetail({ stored, view, articles, moment }: Shown): CaseDetail {
  return {
    ...recordOf(stored),
    state: view.state,
    reopened: view.reopened,
    articles,
    sources: sourceCount(view),
    updatesPending: stored.updatesPending,
    ...moment,
    feed: { epoch: stored.epoch, seq: stored.lastSeq },
    defendants: view.defendants.map(({ aliases, leadCharge, ...defendant }) => ({
      ...defendantBrief(defendant, view),
      aliases: [...aliases],
      leadCharge,
      charges: chargesOf(view, defendant.id).map(chargeDetail),
    })),
    anomalies: view.anomalies.map(anomalyOf),
    notes: view.notes.map(noteOf),
  };
}

export function chargesOf(view: CaseView, defendant: string): readonly ChargeView[] {
  return view.charges.filter((charge) => charge.defendant === defendant);
}

function recordOf({ caseId, version, view, openedAt, changedAt }: StoredCase): Pick<CaseDetail, 'id' | 'version' | 'state' | 'reopened' | 'openedAt' | 'changedAt'> {
  return { id: caseId, version, state: view.state, reopened: view.reopened, openedAt: openedAt.toISOString(), changedAt: changedAt.toISOString() };
}

function defendantBrief({ id, name, status, tally, mixed, custody }: Omit<DefendantView, 'aliases' | 'leadCharge'>, view: CaseView): DefendantBrief {
  return { id, name, status, tally: { ...tally }, mixed, custody, charges: chargesOf(view, id).map(chargeBrief) };
}

function chargeBrief(charge: ChargeView): ChargeBrief {
  const { defendant: _, countsTold: _told, steps: _steps, facts: _facts, ...brief } = charge;
  return brief;
}

function chargeDetail(charge: ChargeView): CaseDetail['defendants'][number]['charges'][number] {
  return { ...chargeBrief(charge), countsTold: { ...charge.countsTold }, history: charge.steps.map(stepOf) };
}

function stepOf({ evidence, ...told }: Step): CaseDetail['defendants'][number]['charges'][number]['history'][number] {
  const { facts: _, ...step } = told;
  return { ...step, evidence: evidence.map(evidenceOf) };
}

function anomalyOf({ evidence, ...told }: Anomaly): CaseDetail['anomalies'][number] {
  const { facts: _, ...anomaly } = told;
  return { ...anomaly, says: ANOMALIES[anomaly.why], evidence: evidence.map(evidenceOf) };
}

function noteOf({ evidence, ...told }: Note): CaseDetail['notes'][number] {
  const { facts: _, ...note } = told;
  return { ...note, evidence: evidence.map(evidenceOf) };
}

function evidenceOf({ quote, ...evidence }: Evidence): CaseDetail['anomalies'][number]['evidence'][number] {
  return { ...evidence, quote: { ...quote } };
}
