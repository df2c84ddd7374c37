import { contentHash, dayOf, partialDate } from '@docketwire/kernel';
import { by } from '../src/order.js';
import { EMPTY_RECORD, diff, merge, view } from '../src/index.js';
import type { Assertion, AssertionSet, CaseView, ChangeKind, ChargeEvent, ChargeStatus, ChargeView, NewsKind } from '../src/index.js';

export const CASE = '0b3d1f52-7a9e-5c44-9d0e-4f1f7c1f3a10';
export const DANA = 'dana';
export const ASSAULT = 'assault';

type Detail = Partial<Omit<Assertion, 'event' | 'when' | 'quote'>> & Readonly<{ quote?: string }>;
export type Telling = Readonly<{ originator?: string; article?: string; assignment?: number; kind?: NewsKind; reported?: string; jurisdiction?: string }>;

/** An assertion from the few details that a spec is about: of Dana, for an assault, unless told otherwise. */
export function told(event: ChargeEvent, when: string | null, { quote = event, ...detail }: Detail = {}): Assertion {
  return {
    defendant: DANA, offence: ASSAULT, event, value: '',
    when: when === null ? null : partialDate(when),
    realis: 'occurred', counts: null, refile: null, endedBy: null, mechanism: null, party: false,
    quote: { text: quote, start: 0, end: quote.length },
    rule: 'spec@1', confidence: 1,
    ...detail,
  };
}

/** One article, of an agency of its own unless told otherwise, published on the last day that it tells of. */
export function article(assertions: readonly Assertion[], telling: Telling = {}): AssertionSet {
  const { originator = `agency ${contentHash(assertions).slice(0, 6)}`, assignment = 1, kind = 'new' } = telling;
  const { reported = lastDayIn(assertions) } = telling;
  const { article: name = `${originator}/${contentHash([assertions, reported]).slice(0, 8)}` } = telling;
  const set = {
    article: name, assignment, kind, revision: assignment, source: originator, originator, url: null, title: null, jurisdiction: telling.jurisdiction ?? null, reported,
    defendants: [...new Set(assertions.map(({ defendant }) => defendant))].map((id) => ({ id, name: id, aliases: [] })),
    assertions,
  };
  return { ...set, contentHash: contentHash(set) };
}

function lastDayIn(assertions: readonly Assertion[]): string {
  const days = assertions.map(({ when }) => when ?? '').filter((when) => /^\d{4}-\d{2}-\d{2}$/.test(when));
  return days.toSorted(by((day) => day)).at(-1) ?? '2024-12-31';
}

/** The same news from two agencies that do not copy each other: proof. */
export function twice(...assertions: readonly Assertion[]): AssertionSet[] {
  return ['Basin Wire', 'Mesa Press'].map((originator) => article(assertions, { originator }));
}

export function see(sets: Iterable<AssertionSet>, on?: string): CaseView {
  const record = [...sets].reduce(merge, EMPTY_RECORD);
  return view(CASE, record.values(), on === undefined ? {} : { on: dayOf(on) });
}

/** The charges as `offence n: status`, for specs that are about nothing else. */
export function charges(seen: CaseView): Record<string, ChargeStatus> {
  return Object.fromEntries(seen.charges.map(({ offence, n, status }) => [`${offence} ${n}`, status]));
}

/** The only charge; a spec that makes another has gone wrong. */
export function charge(seen: CaseView): ChargeView {
  const [only, ...others] = seen.charges;
  if (!only || others.length) throw new Error(`One charge expected, not ${seen.charges.length}`);
  return only;
}

export const reasons = (seen: CaseView): string[] => seen.anomalies.map(({ why }) => why);

export const statusOf = (seen: CaseView, defendant = DANA): ChargeStatus | undefined => seen.defendants.find(({ id }) => id === defendant)?.status;

/** What subscribers hear when the news comes. */
export function heard(before: readonly AssertionSet[], ...news: readonly AssertionSet[]): [kind: ChangeKind, status: ChargeStatus | null][] {
  const kind = news.at(-1)?.kind ?? 'new';
  return diff(see(before), see([...before, ...news]), { kind }).map((change) => [change.kind, change.after?.status ?? null]);
}
