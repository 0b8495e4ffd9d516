class TooSlow extends Error {
  constructor(limitMs: number) {
    super(`No answer within ${Math.round(limitMs)} ms`);
    this.name = 'TooSlow';
  }
}

/** What the work gives, unless it takes too long. Work that goes on regardless is nobody's business any more. */
export async function within<Value>(limitMs: number, work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooSlow(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
