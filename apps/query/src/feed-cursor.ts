import type { ResetReason } from '@docketwire/contracts';
import type { FeedEnd } from '@docketwire/projection';

/** A reader's place in the feed; without an epoch it is trusted as far as its number goes. */
export type FeedCursor = Readonly<{ epoch: string | null; seq: number }>;

/** `epoch:seq`, or the plain `seq` that a stream's `id:` carries. Null where it is neither. */
export function findFeedCursor(text: string): FeedCursor | null {
  const [, epoch, seq] = /^(?:([A-Za-z0-9-]{1,64}):)?(\d{1,15})$/.exec(text) ?? [];
  return seq === undefined ? null : { epoch: epoch ?? null, seq: Number(seq) };
}

export function feedCursor({ epoch, seq }: FeedEnd): string {
  return `${epoch}:${seq}`;
}

/** Whether the feed was restored since the cursor was given: then its number means another change, or none. */
export function resetReason(cursor: FeedCursor, end: FeedEnd): ResetReason | null {
  if (cursor.epoch !== null && cursor.epoch !== end.epoch) return 'epoch';
  return cursor.seq > end.seq ? 'beyond_end' : null;
}
