import type { DataSource, EntityManager } from 'typeorm';
import type { ParkedRecord } from './write-batch.js';

type Place = Readonly<{ topic: string; partition: number; offset: number }>;

/** A record that broke when it was applied, as it is kept. */
export type ParkedRow = ParkedRecord & Readonly<{ parkedAt: Date }>;

type Filter = Readonly<{ caseId: string | null; after: Place | null; limit: number }>;

const COLUMNS = 'topic, partition, "offset"::float8 as "offset", event_id as "eventId", case_id as "caseId", reason, record, parked_at as "parkedAt"';
const AT = 'topic = $1 and partition = $2 and "offset" = $3';

/** In the order of the log. */
export async function listParked(db: DataSource, { caseId, after, limit }: Filter): Promise<ParkedRow[]> {
  return db.query<ParkedRow[]>(
    `select ${COLUMNS} from ops.parked_event
     where ($1::uuid is null or case_id = $1) and ($2::text is null or (topic, partition, "offset") > ($2, $3::integer, $4::bigint))
     order by topic, partition, "offset" limit $5`,
    [caseId, after?.topic ?? null, after?.partition ?? null, after?.offset ?? null, limit],
  );
}

export async function findParked(db: DataSource, place: Place): Promise<ParkedRow | null> {
  const [row] = await db.query<ParkedRow[]>(`select ${COLUMNS} from ops.parked_event where ${AT}`, placed(place));
  return row ?? null;
}

/**
 * Hands the record to `publish` and forgets it when that has resolved; null where it is not parked. A crash in between
 * leaves the row: the record may then be published twice, and a second delivery changes nothing.
 */
export function redriveParked(db: DataSource, place: Place, publish: (row: ParkedRow) => Promise<void>): Promise<ParkedRow | null> {
  return db.transaction(async (tx) => {
    const row = await lockParked(tx, place);
    if (!row) return null;
    await publish(row);
    await tx.query(`delete from ops.parked_event where ${AT}`, placed(place));
    return row;
  });
}

/** Forgets a record; null where it is not parked. On the log it stays: building the projection anew meets it again. */
export function discardParked(db: DataSource, place: Place): Promise<ParkedRow | null> {
  return redriveParked(db, place, () => Promise.resolve());
}

/** Two operators at once: the second waits, and then finds nothing. */
async function lockParked(tx: EntityManager, place: Place): Promise<ParkedRow | null> {
  const [row] = await tx.query<ParkedRow[]>(`select ${COLUMNS} from ops.parked_event where ${AT} for update`, placed(place));
  return row ?? null;
}

function placed({ topic, partition, offset }: Place): [string, number, number] {
  return [topic, partition, offset];
}
