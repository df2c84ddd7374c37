import type { CaseStateName, CaseView, ChargeStatus, ChangeKind } from '@docketwire/case';
import type { UnnumberedChange } from '@docketwire/contracts';
import { EntitySchema } from 'typeorm';

/** The present state of one case: `view` is the whole of it, the other columns are what lists filter and sort by. */
export type CaseStateRow = {
  caseId: string;
  /** Grows by one with every record that changed the case. */
  version: number;
  viewVersion: number;
  state: CaseStateName;
  /** False while nobody of this case has been accused in court: left out of lists unless asked for. */
  accused: boolean;
  /** The case that this one was merged into. */
  aliasOf: string | null;
  articles: number;
  openedAt: Date;
  changedAt: Date;
  view: CaseView;
};

export const CASE_STATE = new EntitySchema<CaseStateRow>({
  name: 'CaseState',
  schema: 'proj_v1',
  tableName: 'case_state',
  columns: {
    caseId: { name: 'case_id', type: 'uuid', primary: true },
    version: { type: 'integer' },
    viewVersion: { name: 'view_version', type: 'integer' },
    state: { type: 'text' },
    accused: { type: 'boolean' },
    aliasOf: { name: 'alias_of', type: 'uuid', nullable: true },
    articles: { type: 'integer' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    changedAt: { name: 'changed_at', type: 'timestamptz' },
    view: { type: 'jsonb' },
  },
});

export type CaseDefendantRow = { caseId: string; defendantId: string; name: string; nameFolded: string; status: ChargeStatus; accused: boolean };

export const CASE_DEFENDANT = new EntitySchema<CaseDefendantRow>({
  name: 'CaseDefendant',
  schema: 'proj_v1',
  tableName: 'case_defendant',
  columns: {
    caseId: { name: 'case_id', type: 'uuid', primary: true },
    defendantId: { name: 'defendant_id', type: 'text', primary: true },
    name: { type: 'text' },
    /** Lower case, without diacritics and punctuation, one space between words: what a search compares. */
    nameFolded: { name: 'name_folded', type: 'text' },
    status: { type: 'text' },
    accused: { type: 'boolean' },
  },
});

/** One change of the feed; `seq` is dense and in commit order. */
export type FeedChangeRow = { seq: string; id: string; caseId: string; kind: ChangeKind; accused: boolean; knownAt: Date; body: UnnumberedChange };

export const FEED_CHANGE = new EntitySchema<FeedChangeRow>({
  name: 'FeedChange',
  schema: 'feed',
  tableName: 'change',
  columns: {
    seq: { type: 'bigint', primary: true },
    id: { type: 'uuid' },
    caseId: { name: 'case_id', type: 'uuid' },
    kind: { type: 'text' },
    accused: { type: 'boolean' },
    knownAt: { name: 'known_at', type: 'timestamptz' },
    body: { type: 'jsonb' },
  },
});
