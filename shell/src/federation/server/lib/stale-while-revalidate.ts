interface Options {
  /** How long a value is used without asking again, in milliseconds. */
  freshMs: number;
  now?: () => number;
}

/**
 * Keeps the last value of `read`. The first caller waits; later ones get what is there while a stale
 * value is read again behind them. When reading fails the old value stays.
 */
export function staleWhileRevalidate<Value>(
  read: () => Promise<Value>,
  { freshMs, now = Date.now }: Options,
): () => Promise<Value> {
  let value: { current: Value; readAtMs: number } | undefined;
  let reading: Promise<Value> | undefined;
  const refresh = () => {
    reading ??= read()
      .then((current) => {
        value = { current, readAtMs: now() };
        return current;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return async () => {
    if (!value) return refresh();
    if (now() - value.readAtMs >= freshMs) refresh().catch(() => undefined);
    return value.current;
  };
}
