import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;
/** One answer that hangs must not use up the whole wait. */
const ANSWER_TIMEOUT_MS = 2_000;

/** Waits until the address answers 200; gives up, with false, at the end of the time or when `isAlive` says that nobody will. */
export async function waitUntilReady(url: string, { timeoutMs, isAlive }: Readonly<{ timeoutMs: number; isAlive: () => boolean }>): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && isAlive(); ) {
    if (await answersOk(url)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const { ok, body } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    await body?.cancel();
    return ok;
  } catch {
    return false;
  }
}
