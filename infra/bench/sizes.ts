/** How much is measured. Every figure is the median of its rounds. */
export type Sizes = Readonly<{
  name: 'short' | 'full';
  /** Assertions folded, and articles of 400 words read. */
  pure: Readonly<{ rounds: number; assertions: number; articles: number }>;
  plain: Readonly<{
    rounds: number;
    /** Events of the long topic, over how many keys. */
    events: number;
    keys: number;
    /** Events of the topic that the stock consumer reads too, of which the first `warmUp` are not timed. */
    few: number;
    warmUp: number;
    /** Rows already in the table for the two ends of the comparison by size; none in the short mode. */
    tables: readonly [number, number] | null;
  }>;
  cases: Readonly<{ rounds: number; cases: number; articles: readonly [number, number]; events: number }>;
  http: Readonly<{ rounds: number; seconds: number; connections: number }>;
  latency: Readonly<{ posts: readonly number[]; records: readonly number[]; seconds: number }>;
}>;

/** Within a minute on two quiet cores, the servers and their start included. */
export const SHORT: Sizes = {
  name: 'short',
  pure: { rounds: 3, assertions: 6_000, articles: 40 },
  plain: { rounds: 3, events: 60_000, keys: 30_000, few: 2_500, warmUp: 1_000, tables: null },
  latency: { posts: [20], records: [200], seconds: 2 },
  cases: { rounds: 1, cases: 200, articles: [10, 2_000], events: 60 },
  http: { rounds: 2, seconds: 1, connections: 8 },
};

export const FULL: Sizes = {
  name: 'full',
  pure: { rounds: 5, assertions: 100_000, articles: 400 },
  plain: { rounds: 7, events: 240_000, keys: 120_000, few: 8_000, warmUp: 2_000, tables: [10_000, 1_000_000] },
  cases: { rounds: 3, cases: 1_500, articles: [10, 10_000], events: 300 },
  http: { rounds: 5, seconds: 4, connections: 8 },
  latency: { posts: [20, 200], records: [20, 200, 1_000], seconds: 15 },
};
