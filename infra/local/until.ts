import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Polls until the answer is something; undefined once `timeoutMs` has passed. Errors count as "not yet". */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  timeoutMs: number,
): Promise<T | undefined> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch {
      // Not up yet: the caller reports when it never comes up.
    }
    if (Date.now() >= deadlineMs) return undefined;
    await sleep(POLL_MS);
  }
}
