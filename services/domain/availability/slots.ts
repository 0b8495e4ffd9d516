import { localDays } from './local-days';
import { type Block, footprint, readBlocks, seatsLeft } from './occupation';
import { type Opening, openings } from './openings';
import type { AvailabilityInput, Slot } from './types';
import { readSchedule } from './windows';

const MINUTE_MS = 60_000;

/**
 * The free starts of a service in a range: UTC instants, ISO 8601 with milliseconds, sorted, unique.
 * The rules are the `semantics` block of `cases.json`.
 * @throws RangeError for an unknown zone, a malformed instant, or a duration or step that is not positive.
 */
export function availableSlots(input: AvailabilityInput): string[] {
  return Array.from(freeStarts(input), ({ startMs }) => new Date(startMs).toISOString());
}

/** The free starts with their ends and the seats that are left. */
export function slotsWithSeats(input: AvailabilityInput): Slot[] {
  const durationMs = input.service.durationMin * MINUTE_MS;
  return Array.from(freeStarts(input), ({ startMs, left }) => ({
    start: new Date(startMs).toISOString(),
    end: new Date(startMs + durationMs).toISOString(),
    seatsLeft: left,
  }));
}

/** The first free start in the range, without looking at the rest of it. */
export function firstFreeStart(input: AvailabilityInput): string | undefined {
  for (const { startMs } of freeStarts(input)) return new Date(startMs).toISOString();
  return undefined;
}

/** The slot that starts at exactly this instant, if it is offered. */
export function slotAt(input: Omit<AvailabilityInput, 'range'>, start: string): Slot | undefined {
  const to = new Date(Date.parse(start) + 1).toISOString();
  return slotsWithSeats({ ...input, range: { from: start, to } })[0];
}

interface FreeStart {
  startMs: number;
  left: number;
}

function* freeStarts(input: AvailabilityInput): Generator<FreeStart> {
  const { service, bookings = [] } = input;
  const durationMs = positiveMs(service.durationMin, 'durationMin');
  const stepMs = positiveMs(service.stepMin ?? service.durationMin, 'stepMin');
  const nowMs = instantMs(input.now);
  const earliestMs = Math.max(
    instantMs(input.range.from),
    nowMs + (service.minNoticeMin ?? 0) * MINUTE_MS,
  );
  const toMs = instantMs(input.range.to);
  if (earliestMs >= toMs) return;

  const days = localDays(input.timezone);
  const schedule = readSchedule(input, days);
  const capacity = service.capacity ?? 1;
  const nearby = nearbyBlocks(readBlocks(bookings, service, nowMs));
  for (const opening of openings(schedule, days, earliestMs, toMs, durationMs)) {
    for (const startMs of gridStarts(opening, earliestMs, toMs, stepMs, durationMs)) {
      const candidate = footprint(startMs, startMs + durationMs, service);
      const left = seatsLeft(candidate, nearby(candidate.fromMs, candidate.untilMs), capacity);
      if (left > 0) yield { startMs, left };
    }
  }
}

function* gridStarts(
  { anchorMs, startMs, untilMs, endMs }: Opening,
  earliestMs: number,
  toMs: number,
  stepMs: number,
  durationMs: number,
): Generator<number> {
  const firstMs = Math.max(earliestMs, startMs);
  let next = anchorMs + Math.ceil((firstMs - anchorMs) / stepMs) * stepMs;
  while (next < toMs && next < untilMs && next + durationMs <= endMs) {
    yield next;
    next += stepMs;
  }
}

/** Answers with the blocks that may touch a stretch of time; stretches must be asked for in ascending order. */
function nearbyBlocks(blocks: readonly Block[]) {
  let upcoming = 0;
  let active: Block[] = [];
  return (fromMs: number, untilMs: number): readonly Block[] => {
    if (active.some((block) => block.untilMs <= fromMs)) {
      active = active.filter((block) => block.untilMs > fromMs);
    }
    for (
      let block = blocks[upcoming];
      block && block.fromMs < untilMs;
      block = blocks[++upcoming]
    ) {
      if (block.untilMs > fromMs) active.push(block);
    }
    return active;
  };
}

function positiveMs(minutes: number, name: string): number {
  if (!(minutes > 0)) throw new RangeError(`${name} must be positive, not ${minutes}`);
  return minutes * MINUTE_MS;
}

function instantMs(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instant}`);
  return ms;
}
