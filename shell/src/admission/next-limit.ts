/** Fewer at once would leave the processor idle while each waits for services. */
export const LEAST_AT_ONCE = 4;
/** More at once would only take turns. */
export const MOST_AT_ONCE = 32;
/** How late the event loop may be on average before renders are in each other's way. */
const TOLERATED_DELAY_MS = 60;
const BACK_OFF = 0.75;

export interface LoadSample {
  /** How late the event loop was on average; not a number when it was not measured. */
  delayMs: number;
  /** Whether the limit was felt at all. */
  wasFull: boolean;
}

/** How many pages are made at once from here on: one more while that goes well, a quarter less when it does not. */
export function nextLimit(limit: number, { delayMs, wasFull }: LoadSample): number {
  if (delayMs > TOLERATED_DELAY_MS) return Math.max(LEAST_AT_ONCE, Math.floor(limit * BACK_OFF));
  return wasFull ? Math.min(MOST_AT_ONCE, limit + 1) : limit;
}
