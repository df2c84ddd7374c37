/** Results that hold as long as what they were made of is the same. */
export type Memory = <Result>(key: string, parts: readonly unknown[], work: () => Result) => Result;

type Known = Readonly<{ parts: readonly unknown[]; result: unknown }>;

/**
 * Of each key the last result. A record moves one charge of one defendant, as a rule: what the view says of all others
 * is what it said before. One memory serves one `work` per key.
 */
export function openMemory(): Memory {
  const known = new Map<string, Known>();
  return <Result>(key: string, parts: readonly unknown[], work: () => Result): Result => {
    const before = known.get(key);
    if (before && areSame(before.parts, parts)) return before.result as Result;
    const result = work();
    known.set(key, { parts, result });
    return result;
  };
}

/** The very same things in the same order. */
export function areSame<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place]);
}
