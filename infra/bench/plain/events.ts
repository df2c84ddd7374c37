import { uuid5 } from '@docketwire/kernel';

/** An event that is nothing but the new row of a table: what a consumer without a domain projects. */
export type PlainEvent = Readonly<{
  case_id: string;
  defendant: string;
  offence: string;
  status: string;
  version: number;
  event_id: string;
  changed_at: string;
  source: string;
  title: string;
  evidence: Readonly<{ article: string; quote: string; start: number; end: number }>;
}>;

/** Ten columns, among them a uuid and a jsonb, a key of three texts, and two more indexes. */
export const PLAIN_TABLE = [
  `create table plain (
     case_id text not null,
     defendant text not null,
     offence text not null,
     status text not null,
     version integer not null,
     event_id uuid not null,
     changed_at timestamptz not null,
     source text not null,
     title text not null,
     evidence jsonb not null,
     primary key (case_id, defendant, offence))`,
  'create index on plain (status, changed_at)',
  'create index on plain (source)',
];

/** As many rows as there are keys, however the rows came: equal tables have equal sums. */
export const PLAIN_HASH = `select count(*)::integer as rows, coalesce(sum(hashtextextended(plain::text, 0)::numeric), 0)::text as hash from plain`;

export const PLAIN_COLUMNS = 'case_id, defendant, offence, status, version, event_id, changed_at, source, title, evidence';

/** What a second event of one key does to the first. */
export const PLAIN_MERGE = `
  on conflict (case_id, defendant, offence) do update set status = excluded.status, version = excluded.version, event_id = excluded.event_id,
    changed_at = excluded.changed_at, source = excluded.source, title = excluded.title, evidence = excluded.evidence
  where plain.version < excluded.version`;

const STATUSES = ['charged', 'indicted', 'arraigned', 'pleaded', 'on_trial', 'convicted', 'acquitted', 'dismissed'];
const OFFENCES = ['theft', 'fraud', 'arson', 'perjury'];
const FIRST_MOMENT = Date.UTC(2024, 0, 1);
const SECOND_MS = 1_000;
/** So far apart that no two rows have one number. */
const KEYS_APART = 10_000_000;

/** The `n`th event: pass after pass over all keys, so the first pass inserts and every later one updates. */
export function plainEvent(n: number, keys: number): PlainEvent {
  return plainRow(n % keys, Math.floor(n / keys) + 1);
}

/** About 750 bytes as JSON. */
export function plainRow(key: number, version: number): PlainEvent {
  const n = key + version * KEYS_APART;
  const status = STATUSES[(key + version) % STATUSES.length] ?? '';
  const offence = OFFENCES[key % OFFENCES.length] ?? '';
  const article = `wire-${key % 50}/${key}-${version}`;
  const quote = `The court was told on the ${1 + (n % 28)}th that the defendant in case ${key} is ${status} on the count of ${offence}, and that the hearing will go on when both sides have seen the papers. `;
  return {
    // Spread over a wide range, as random ids are.
    case_id: uuid5('plain case', key),
    defendant: `defendant-${key % 3}`,
    offence,
    status,
    version,
    event_id: uuid5('plain event', n),
    changed_at: new Date(FIRST_MOMENT + (key + version) * SECOND_MS).toISOString(),
    source: `wire-${key % 50}`,
    title: `Case ${key}: ${status} on the count of ${offence}, report ${version}`,
    evidence: { article, quote: quote.repeat(2).trim(), start: n % 4_000, end: (n % 4_000) + quote.length },
  };
}
