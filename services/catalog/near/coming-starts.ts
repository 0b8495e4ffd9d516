import { availableSlots } from '../../domain/availability';
import { questionsOf } from '../search/free-times';
import type { Entry } from '../search/market-index';

const DAY_MS = 86_400_000;
const HORIZON_DAYS = 14;
/** All of the next ones up to so many, so that the answer stays right while they pass. */
const NEXT_STARTS = 12;

/**
 * Free starts of the coming two weeks in epoch milliseconds: the next dozen, then the first of each
 * later day, so that a snapshot which nobody had to publish again still knows a time.
 */
export function comingStartsMs(entry: Entry, nowMs: number): number[] {
  const questions = questionsOf(entry, nowMs, nowMs, nowMs + HORIZON_DAYS * DAY_MS);
  const unique = new Set(questions.flatMap(availableSlots));
  const all = [...unique].sort().map((start) => Date.parse(start));
  const next = all.slice(0, NEXT_STARTS);
  let lastMs = next.at(-1) ?? 0;
  const later = all.slice(NEXT_STARTS).filter((startMs) => {
    const isLater = startMs - lastMs >= DAY_MS;
    if (isLater) lastMs = startMs;
    return isLater;
  });
  return [...next, ...later];
}
