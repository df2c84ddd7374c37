import { setImmediate } from 'node:timers/promises';
import type { AssertionSet } from '@docketwire/case';
import { findSetsOf, findToldBy, isAccusation, listCandidates } from '@docketwire/projection';
import type { CaseFilter, CasePlace, StoredCase } from '@docketwire/projection';
import type { DataSource } from 'typeorm';
import { caseCursor } from './case-cursor.js';
import type { Moment } from './case-shape.js';
import { asToldBy } from './told-by.js';
import { viewAt } from './view-at.js';

type Sought = CaseFilter & Readonly<{ moment: Moment }>;

export type PageAt = Readonly<{ stored: readonly StoredCase[]; cursor: string | null }>;

/** Cases whose sets are held at once. */
const BATCH = 20;
/** Cases looked at for one page, so that a rare status costs its asker several requests and nobody else their turn. */
const MOST_LOOKED_AT = 200;

type Candidate = StoredCase & CasePlace;
type Stretch = Readonly<{ hits: readonly StoredCase[]; place: CasePlace | null; isLast: boolean }>;
type Seen = Readonly<{ place: Candidate; stored: StoredCase }>;

/**
 * A page of cases as they stood at a moment, exactly as each one's own page shows it. Candidates come from indexes; each
 * is then seen from that moment. A page may be short, even empty, before the last.
 */
export async function listAt(db: DataSource, sought: Sought): Promise<PageAt> {
  const found: StoredCase[] = [];
  let place: Stretch['place'] = sought.after;
  let isLast = false;
  for (let looked = 0; looked < MOST_LOOKED_AT && found.length < sought.limit && !isLast; looked += BATCH) {
    const stretch = await look(db, { ...sought, after: place, limit: sought.limit - found.length });
    found.push(...stretch.hits);
    ({ place, isLast } = stretch);
    // Computing holds the thread: streams and probes get their turn between stretches.
    await setImmediate();
  }
  return { stored: found, cursor: isLast || place === null ? null : caseCursor(place) };
}

/** The hits of one batch of candidates, and where it was left. */
async function look(db: DataSource, sought: Sought): Promise<Stretch> {
  const batch = await candidates(db, sought);
  const hits = (await seenFrom(db, batch, sought)).filter(({ stored }) => matches(stored, sought)).slice(0, sought.limit);
  const full = hits.length === sought.limit;
  const last = full ? hits.at(-1)?.place : batch.at(-1);
  return { hits: hits.map(({ stored }) => stored), place: last ?? sought.after, isLast: !full && batch.length < BATCH };
}

/** What a charge has been through is known of the present record alone. */
function candidates(db: DataSource, { name, status, moment, after }: Sought): Promise<readonly Candidate[]> {
  const passed = moment.knownAt === null && status !== 'unknown' ? status : undefined;
  return listCandidates(db, { name, passed, openedBy: moment.knownAt, after, limit: BATCH });
}

async function seenFrom(db: DataSource, batch: readonly Candidate[], { moment }: Sought): Promise<readonly Seen[]> {
  const ids = batch.map(({ caseId }) => caseId);
  const [sets, told] = await Promise.all([findSetsOf(db, ids, moment.knownAt), moment.knownAt === null ? null : findToldBy(db, ids, moment.knownAt)]);
  return batch.map((place) => ({ place, stored: seen(told ? asToldBy(place, told.get(place.caseId)) : place, sets.get(place.caseId) ?? [], moment) }));
}

function seen(stored: StoredCase, sets: readonly AssertionSet[], { on }: Moment): StoredCase {
  const view = viewAt(stored.caseId, sets, on);
  const accused = new Set(view.charges.filter(({ status }) => isAccusation(status)).map(({ defendant }) => defendant));
  return { ...stored, view, articles: sets.length, accused: accused.size > 0, accusedDefendants: [...accused] };
}

/** Of a case nothing had happened, or was known, at that moment: it is not listed. */
function matches({ view, accusedDefendants, changedAt }: StoredCase, { includePreCharge, status, changedSince }: Sought): boolean {
  const shown = view.defendants.filter(({ id }) => includePreCharge || accusedDefendants.includes(id));
  const charged = shown.filter(({ id }) => view.charges.some(({ defendant }) => defendant === id));
  if (changedSince !== undefined && changedAt.getTime() < Date.parse(changedSince)) return false;
  return charged.some((defendant) => status === undefined || defendant.status === status);
}
