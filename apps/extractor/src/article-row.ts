import type { NewsKind } from '@docketwire/case';
import { articleKey } from '@docketwire/contracts';
import type { ArticleUpdate } from '@docketwire/contracts';
import { contentHash, fail } from '@docketwire/kernel';

/*
 * What a publisher's numbers mean is settled here, per article, and nowhere after. The row keeps maxima, so it does not
 * depend on the order in which updates arrive:
 *
 *   body (new, update, correction)      by (revision, modifiedAt, hash)
 *   gate (hold, release, retraction)    by (revision, modifiedAt, receivedAt, kind, hash)
 *
 * The gate is in force where its revision is not below the body's: so a hold may come before its article, and a higher
 * revision brings a retracted article back.
 */

export type Body = Readonly<{
  kind: NewsKind;
  revision: number | null;
  modifiedAt: string;
  hash: string;
  source: string;
  originator: string;
  url: string | null;
  title: string | null;
  reported: string;
  caseReference: string | null;
}>;

export type Gate = Readonly<{ kind: 'hold' | 'release' | 'retraction'; revision: number | null; modifiedAt: string; receivedAt: string; hash: string }>;

export type ArticleRow = Readonly<{
  article: string;
  body: Body | null;
  gate: Gate | null;
  /** Raised by every decision to publish; the projector's merge keeps the greater. */
  assignment: number;
  caseId: string | null;
  extractorVersion: number;
}>;

/** Of two gates of one instant: the graver holds. */
const GATE_RANK = { release: 1, hold: 2, retraction: 3 } as const;

export function newRow(article: string, extractorVersion: number): ArticleRow {
  return { article, body: null, gate: null, assignment: 0, caseId: null, extractorVersion };
}

/** The row after an update; the same row where the update is older or comes again. */
export function takeUpdate(row: ArticleRow, update: ArticleUpdate): ArticleRow {
  if (update.kind === 'hold' || update.kind === 'release' || update.kind === 'retraction') {
    const gate = gateOf(update, update.kind);
    return row.gate && compare(gateRank(gate), gateRank(row.gate)) <= 0 ? row : { ...row, gate };
  }
  const body = bodyOf(update);
  return row.body && compare(bodyRank(body), bodyRank(row.body)) <= 0 ? row : { ...row, body };
}

/** What the article now does: speak (with its body's or the release's kind), or keep silent because it is held or retracted. */
export function stateOf(body: Body, gate: Gate | null): Readonly<{ speaks: boolean; kind: NewsKind; revision: number | null }> {
  if (gate === null || versionOf(gate) < versionOf(body)) return { speaks: true, kind: body.kind, revision: body.revision };
  return { speaks: gate.kind === 'release', kind: gate.kind, revision: gate.revision ?? body.revision };
}

function bodyOf(update: ArticleUpdate): Body {
  const { kind, revision, source, url, title, caseReference, publishedAt } = update;
  const { receivedAt: _, ...said } = update;
  if (publishedAt === null) throw fail('UPDATE_MALFORMED', { article: articleKey(update), reason: 'publishedAt is required' });
  return { kind, revision, modifiedAt: modifiedAt(update), hash: contentHash(said), source, originator: update.originator ?? source, url, title, reported: publishedAt.slice(0, 10), caseReference };
}

function gateOf(update: ArticleUpdate, kind: Gate['kind']): Gate {
  const { revision, receivedAt } = update;
  return { kind, revision, modifiedAt: modifiedAt(update), receivedAt, hash: contentHash([kind, revision, update.modifiedAt]) };
}

function modifiedAt(update: ArticleUpdate): string {
  return update.modifiedAt ?? update.receivedAt;
}

/** A source without revisions counts by its times; it does not mix the two. */
function versionOf({ revision, modifiedAt: at }: Body | Gate): number {
  return revision ?? Date.parse(at);
}

type Rank = readonly (number | string)[];

function bodyRank(body: Body): Rank {
  return [versionOf(body), Date.parse(body.modifiedAt), body.hash];
}

function gateRank(gate: Gate): Rank {
  return [versionOf(gate), Date.parse(gate.modifiedAt), Date.parse(gate.receivedAt), GATE_RANK[gate.kind], gate.hash];
}

function compare(a: Rank, b: Rank): number {
  const place = a.findIndex((part, at) => part !== b[at]);
  const [one, other] = [a[place], b[place]];
  if (one === undefined || other === undefined) return 0;
  return one < other ? -1 : 1;
}
