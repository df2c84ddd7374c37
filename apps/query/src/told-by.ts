import type { StoredCase, ToldBy } from '@docketwire/projection';

/**
 * The case with the version, the last change and the place in the feed of an instant, instead of today's: an answer
 * about the past must not change with the present. Before its first change, a case has version 0.
 */
export function asToldBy(stored: StoredCase, told: ToldBy | undefined): StoredCase {
  return { ...stored, version: told?.version ?? 0, lastSeq: told?.seq ?? 0, changedAt: told?.changedAt ?? stored.openedAt };
}
