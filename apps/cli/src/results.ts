/** What the server made of one update. */
export type Result = Readonly<{ status: number; id: string | null; article: string | null; problem: unknown }>;

type Answer = Readonly<Record<string, unknown>>;

/** Null where the answer is not one that intake gives. */
export function findResult(value: unknown): Result | null {
  if (typeof value !== 'object' || value === null) return null;
  const answer = value as Answer;
  return answer['status'] === 'accepted' || answer['status'] === 202 ? findTaken(answer) : findRefused(answer);
}

function findTaken({ id, article }: Answer): Result | null {
  return typeof id === 'string' && typeof article === 'string' ? { status: 202, id, article, problem: null } : null;
}

function findRefused({ status, problem }: Answer): Result | null {
  return typeof status === 'number' && problem !== undefined ? { status, id: null, article: null, problem } : null;
}
