/** A limit is counted in this many parts, of which a busy stretch of the process can use up one. */
const PARTS = 10;

/**
 * Rejects with a sentence when `work` has not settled after `limitMs` of waiting. While the process is
 * busy it cannot see that an answer has come: that is not held against whoever sent it, which matters
 * most while a server starts.
 */
export async function withQuietTimeLimit<Result>(
  work: Promise<Result>,
  limitMs: number,
  what: string,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    const wait = (parts: number) => {
      if (parts === 0) reject(new Error(`${what} took longer than ${limitMs} ms`));
      else timer = setTimeout(wait, limitMs / PARTS, parts - 1);
    };
    wait(PARTS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
