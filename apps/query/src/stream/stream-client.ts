import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FeedFilter } from '@docketwire/projection';

/** What waits for a client that does not read, before it is cut: it comes back with its Last-Event-ID. */
const MAX_PENDING_BYTES = 1_048_576;
/** A client that is still being told the past and takes nothing for so long will not take the rest either. */
const DRAIN_TIMEOUT_MS = 30_000;
/** A client that does not read would keep an ended connection open for ever. */
const FLUSH_MS = 5_000;

/** One open connection. */
export type StreamClient = Readonly<{
  filter: FeedFilter;
  isOpen: () => boolean;
  write: (bytes: Buffer) => void;
  /** Resolves when the client has taken nearly all, or is gone. */
  drained: () => Promise<void>;
  end: () => void;
  onClosed: (listener: () => void) => void;
}>;

export function streamClient(response: ServerResponse, filter: FeedFilter): StreamClient {
  let open = true;
  response.once('close', () => (open = false));
  const cut = (): void => {
    open = false;
    response.destroy();
  };
  return {
    filter,
    isOpen: () => open,
    write: (bytes) => {
      if (!open || bytes.length === 0) return;
      response.write(bytes);
      if (response.writableLength > MAX_PENDING_BYTES) cut();
    },
    drained: async () => {
      if (!open || !response.writableNeedDrain) return;
      if (!(await isDrainedInTime(response))) cut();
    },
    end: () => {
      open = false;
      if (response.writableEnded || response.destroyed) return;
      response.end();
      setTimeout(() => response.destroy(), FLUSH_MS).unref();
    },
    onClosed: (listener) => void response.once('close', listener),
  };
}

async function isDrainedInTime(response: ServerResponse): Promise<boolean> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), DRAIN_TIMEOUT_MS);
  const waits = ['drain', 'close'].map((event) => once(response, event, { signal: over.signal }));
  return Promise.race(waits)
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      clearTimeout(timer);
      over.abort();
      for (const wait of waits) wait.catch(() => undefined);
    });
}
