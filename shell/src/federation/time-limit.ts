/**
 * Rejects with a sentence when `work` has not settled after `limitMs`, counted in so many parts: a busy
 * stretch of the process, in which it cannot see that an answer has come, uses up one of them at most.
 */
export async function withTimeLimit<Result>(
  work: Promise<Result>,
  limitMs: number,
  what: string,
  parts = 1,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    const wait = (left: number) => {
      if (left === 0) reject(new Error(`${what} took longer than ${limitMs} ms`));
      else timer = setTimeout(wait, limitMs / parts, left - 1);
    };
    wait(parts);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
