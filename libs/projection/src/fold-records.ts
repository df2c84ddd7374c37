import { diff, openLedger, outranks } from '@docketwire/case';
import type { AssertionSet, CaseView, Change } from '@docketwire/case';
import { describeChange } from '@docketwire/contracts';
import type { CaseRecordEvent, ChangeCause, UnnumberedChange } from '@docketwire/contracts';
import { isAccusation, isAccused } from './book.js';
import type { OpenCase } from './book.js';

/** A record of the log, decoded. */
export type Incoming = Readonly<{ offset: number; eventId: string; /** When it came to be known (ms since 1970). */ known: number; event: CaseRecordEvent }>;

export type RecordedSet = Readonly<{ caseId: string; set: AssertionSet; known: number; eventId: string }>;
export type FeedEntry = Readonly<{ change: UnnumberedChange; accused: boolean }>;
export type Broken = Readonly<{ incoming: Incoming; reason: string }>;

/** What a batch of records comes to: everything that is to be written. */
export type Folded = {
  readonly sets: RecordedSet[];
  /** Cases whose view, alias or mere existence is new. */
  readonly changed: Set<OpenCase>;
  /** Cases that only count another article. */
  readonly counted: Set<OpenCase>;
  readonly feed: FeedEntry[];
  readonly parked: Broken[];
};

type Heard = Readonly<{ before: CaseView; after: CaseView; changes: readonly Change[]; cause: ChangeCause; /** The set that caused it, whose words are told. */ set?: AssertionSet }>;

/** Takes the records one by one; changes are told after each, so that a batch's size never shows. Parks what a record breaks. */
export function foldRecords(incoming: readonly Incoming[], caseOf: (caseId: string) => OpenCase): Folded {
  const folded: Folded = { sets: [], changed: new Set(), counted: new Set(), feed: [], parked: [] };
  for (const one of incoming) {
    const open = caseOf(one.event.caseId);
    try {
      foldOne(folded, one, open);
    } catch (error) {
      folded.parked.push({ incoming: one, reason: error instanceof Error ? error.message : String(error) });
      open.ledger = openLedger(open.caseId, open.sets.values());
    }
  }
  return folded;
}

/** All that can fail comes before anything is kept: what breaks here leaves no trace but in the ledger, which is made again. */
function foldOne(folded: Folded, incoming: Incoming, open: OpenCase): void {
  const { event } = incoming;
  const heard = event.type === 'CaseAliased' ? heardOfAlias(open, event.into, incoming) : heardOfSet(open, event.set, incoming);
  const version = open.version + 1;
  const feed = heard ? entriesOf(heard, incoming, version) : [];
  if (event.type === 'CaseAliased') open.aliasOf = event.into;
  else keepSet(folded, open, { caseId: open.caseId, set: event.set, known: incoming.known, eventId: incoming.eventId });
  if (!heard && open.version > 0) return;
  open.version = version;
  open.changedAt = incoming.known;
  folded.changed.add(open);
  folded.feed.push(...feed);
}

function keepSet(folded: Folded, open: OpenCase, recorded: RecordedSet): void {
  const { set } = recorded;
  if (outranks(set, open.sets.get(set.article))) open.sets.set(set.article, set);
  folded.sets.push(recorded);
  folded.counted.add(open);
}

function heardOfSet(open: OpenCase, set: AssertionSet, { eventId }: Incoming): Heard | null {
  const entry = open.ledger.put(set);
  if (!entry) return null;
  const { article, revision, kind, title, url, source } = set;
  const cause = { event: eventId, article, revision, news: kind, title, url, source, quote: null };
  return { ...entry, changes: diff(entry.before, entry.after, { kind }), cause, set };
}

/** The articles have left one by one; what is told here is where they went. */
function heardOfAlias(open: OpenCase, into: string, { eventId }: Incoming): Heard | null {
  if (open.aliasOf === into) return null;
  const view = open.ledger.view();
  const merged: Change = { kind: 'merged', chargeId: null, previousChargeId: null, defendant: null, before: null, after: null };
  const cause = { event: eventId, article: '', revision: null, news: 'update', title: null, url: null, source: '', quote: null } as const;
  return { before: view, after: view, changes: [merged], cause };
}

function entriesOf({ before, after, changes, cause, set }: Heard, { known }: Incoming, caseVersion: number): FeedEntry[] {
  const knownAt = new Date(known).toISOString();
  const accused = isAccused(before) || isAccused(after);
  return changes.map((change, ordinal) => ({
    change: describeChange({ change, view: after, before, caseVersion, knownAt, cause, ordinal, set }),
    accused: change.chargeId === null ? accused : isAccusation(change.before?.status) || isAccusation(change.after?.status),
  }));
}
