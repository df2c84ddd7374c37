import type { DataSource } from 'typeorm';
import { CASE_BODY, PLACE } from './read-cases.js';
import type { CasePlace, StoredCase } from './read-cases.js';

type Waiting = Readonly<{
  /** A charge or arrest that began before this day (`YYYY-MM-DD`). */
  before: string;
  includePreCharge: boolean;
  after: CasePlace | null;
  limit: number;
}>;

/** Cases with a charge that waits for its outcome since before a day, or may: the one that was quiet longest first. */
export async function listWaiting(db: DataSource, { before, includePreCharge, after, limit }: Waiting): Promise<readonly (StoredCase & CasePlace)[]> {
  return db.query<(StoredCase & CasePlace)[]>(
    `select ${CASE_BODY}, ${PLACE}
     from proj_v1.case_state s
     where ${WAITING}
       and ($1 or s.accused)
       and jsonb_path_exists(s.view, '$.charges[*].steps[0] ? (@.holdsFrom < $before || exists(@.evidence[*].reported ? (@ < $before)))', jsonb_build_object('before', $2::text))
       and ($3::bigint is null or (s.changed_at, s.case_id) > (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::uuid))
     order by s.changed_at, s.case_id
     limit $5`,
    [includePreCharge, before, after?.changedAtMicros ?? null, after?.caseId ?? null, limit],
  );
}

/** In the words of the index `case_state_waiting`. */
export const WAITING = `s.alias_of is null and s.view @? '$.charges[*] ? (@.refiledAs == null && (@.status == "arrested" || @.status == "charged" || @.status == "indicted" || @.status == "committed" || @.status == "pleaded" || @.status == "on_trial" || @.status == "mistrial" || @.status == "vacated"))'`;
