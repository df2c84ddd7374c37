import type { StatusChange, StreamReset } from '@docketwire/contracts';
import type { FeedEntry, FeedFilter } from '@docketwire/projection';

/** A change as it goes over the wire, made once for all clients, with what their filters look at. */
export type Frame = Readonly<{ seq: number; caseId: string; accused: boolean; bytes: Buffer }>;

/** How long a browser waits before it connects again: long enough for a restart, short enough to pass for live. */
const RETRY_MS = 3_000;

export const OPENING = Buffer.from(`retry: ${RETRY_MS}\n\n`);
/** A comment: it keeps proxies from closing a quiet stream, and clients do not see it. */
export const HEARTBEAT = Buffer.from(':\n\n');

/** JSON has no raw line breaks, so that one `data:` line holds it. */
export function changeFrame({ change, accused }: FeedEntry): Frame {
  return { seq: change.seq, caseId: change.case, accused, bytes: eventBytes(change.seq, change) };
}

/** Its id is the new end of the feed, so that a client that connects again goes on from there. */
export function resetBytes(reset: StreamReset): Buffer {
  return Buffer.concat([Buffer.from('event: reset\n'), eventBytes(reset.seq, reset)]);
}

export function lets(filter: FeedFilter, frame: Frame): boolean {
  return (filter.case === undefined || filter.case === frame.caseId) && (filter.includePreCharge || frame.accused);
}

function eventBytes(seq: number, value: StatusChange | StreamReset): Buffer {
  return Buffer.from(`id: ${seq}\ndata: ${JSON.stringify(value)}\n\n`);
}
