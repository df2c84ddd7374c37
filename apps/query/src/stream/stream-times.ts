/** The stream's clocks; a spec gives faster ones. */
export type StreamTimes = Readonly<{
  /** How long a new change may wait where no notification came: the fallback, not the rule. */
  pollMs: number;
  heartbeatMs: number;
  lifeMs: () => number;
}>;

export const STREAM_TIMES = Symbol('StreamTimes');

/**
 * Proxies close what is silent for 30 to 60 s. A connection lives 8 to 10 minutes: a restarted fleet fills evenly again,
 * and the jitter keeps clients that came together from coming back together.
 */
export const DEFAULT_STREAM_TIMES: StreamTimes = {
  pollMs: 1_000,
  heartbeatMs: 20_000,
  lifeMs: () => (8 + 2 * Math.random()) * 60_000,
};
