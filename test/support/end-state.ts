import type { CaseView, Evidence, Step } from '@docketwire/case';
import { canonicalJson } from '@docketwire/kernel';
import type { Client } from 'pg';

/*
 * What the tables say when all has been said, without what depends on the order of arrival: ids of cases (replaced by
 * their articles), of defendants (by their names), of charges and facts; times of knowing; versions and feed numbers.
 */

type CaseRow = { case_id: string; state: string; accused: boolean; articles: number; view: CaseView };

/** Equal texts for equal end states, whatever order led to them. A case that was merged away or left says nothing. */
export async function endState(database: Client): Promise<string> {
  const { rows: cases } = await database.query<CaseRow>('select case_id, state, accused, view from proj_v1.case_state where alias_of is null');
  const { rows: articles } = await database.query<{ article: string; body: unknown; gate: unknown; case_id: string | null }>('select article, body, gate, case_id from extract.article order by article');
  const { rows: defendants } = await database.query('select name, name_folded, status, accused from proj_v1.case_defendant order by name');
  const { rows: mentions } = await database.query('select article, name, offences, case_reference from extract.mention order by article, name');
  const { rows: parked } = await database.query('select topic, reason from ops.parked_event order by topic, reason');
  const named = (caseId: string | null): string => articles.filter((article) => article.case_id === caseId).map(({ article }) => article).join(' ');
  return canonicalJson({
    articles: articles.map((article) => ({ ...article, case_id: named(article.case_id) })),
    cases: cases.map(({ case_id: caseId, state, accused, view }) => ({ articles: named(caseId), state, accused, view: withoutIds(view) })).toSorted((a, b) => (a.articles < b.articles ? -1 : 1)),
    defendants,
    mentions,
    parked,
  });
}

function withoutIds(view: CaseView): unknown {
  const names = new Map(view.defendants.map(({ id, name }) => [id, name]));
  const places = new Map(view.charges.map(({ id, defendant, offence, n }) => [id, `${names.get(defendant)}/${offence}/${n}`]));
  const placeOf = (id: string | null): string | null => (id === null ? null : (places.get(id) ?? id));
  const byName = <Row extends { defendant: string }>(rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, defendant: names.get(row.defendant) ?? row.defendant })).toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return {
    state: view.state,
    reopened: view.reopened,
    defendants: view.defendants.map(({ id: _, leadCharge, ...rest }) => ({ ...rest, leadCharge: placeOf(leadCharge) })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    charges: byName(view.charges.map(({ id: _, facts, refiles, refiledAs, steps, ...rest }) => ({ ...rest, facts: facts.length, refiles: placeOf(refiles), refiledAs: placeOf(refiledAs), steps: steps.map(stepWithoutIds) }))),
    anomalies: byName(view.anomalies.map(({ facts, ...rest }) => ({ ...rest, facts: facts.length }))),
    notes: byName(view.notes.map(({ facts, ...rest }) => ({ ...rest, facts: facts.length }))),
  };
}

function stepWithoutIds({ facts, evidence, ...step }: Step): unknown {
  return { ...step, facts: facts.length, evidence: [...evidence].toSorted(byArticle) };
}

const byArticle = (a: Evidence, b: Evidence): number => (canonicalJson(a) < canonicalJson(b) ? -1 : 1);
