import type { Occupation, SlotService } from './types';

const MINUTE_MS = 60_000;

/** A stretch of time with its buffers, in epoch milliseconds. */
export interface Footprint {
  startMs: number;
  endMs: number;
  /** Start minus the buffer before, end plus the buffer after; half-open. */
  fromMs: number;
  untilMs: number;
}

/** What a live booking takes, seen from the service asked about. */
export interface Block extends Footprint {
  seats: number;
  /** Bookings at the very same start and end share the session instead of excluding each other. */
  isShared: boolean;
}

/** The time `[startMs, endMs)` with buffers in minutes around it. */
export function footprint(
  startMs: number,
  endMs: number,
  buffers: { bufferBefore?: number | undefined; bufferAfter?: number | undefined },
): Footprint {
  return {
    startMs,
    endMs,
    fromMs: startMs - (buffers.bufferBefore ?? 0) * MINUTE_MS,
    untilMs: endMs + (buffers.bufferAfter ?? 0) * MINUTE_MS,
  };
}

/** Whether two footprints touch the same instant. */
export function conflicts(a: Footprint, b: Footprint): boolean {
  return a.fromMs < b.untilMs && b.fromMs < a.untilMs;
}

/** Whether a booking occupies its time at `nowMs`. */
export function isLive({ status, expiresAt }: Occupation, nowMs: number): boolean {
  if (status === 'confirmed' || status === 'pending') return true;
  return status === 'hold' && expiresAt !== undefined && Date.parse(expiresAt) > nowMs;
}

/** The live, non-empty bookings as blocks, sorted by where their footprints begin. */
export function readBlocks(
  bookings: readonly Occupation[],
  service: SlotService,
  nowMs: number,
): Block[] {
  const blocks: Block[] = [];
  for (const booking of bookings) {
    const [startMs, endMs] = [Date.parse(booking.start), Date.parse(booking.end)];
    if (startMs >= endMs || !isLive(booking, nowMs)) continue;
    blocks.push({
      ...footprint(startMs, endMs, {
        bufferBefore: booking.bufferBefore ?? service.bufferBefore ?? 0,
        bufferAfter: booking.bufferAfter ?? service.bufferAfter ?? 0,
      }),
      seats: booking.seats ?? 1,
      isShared: (service.capacity ?? 1) > 1 && isOfService(booking, service),
    });
  }
  return blocks.sort((a, b) => a.fromMs - b.fromMs);
}

/** Seats a candidate still finds among the blocks: 0 when one excludes it. */
export function seatsLeft(
  candidate: Footprint,
  blocks: readonly Block[],
  capacity: number,
): number {
  let left = capacity;
  for (const block of blocks) {
    if (!conflicts(candidate, block)) continue;
    const isSameSession =
      block.isShared && block.startMs === candidate.startMs && block.endMs === candidate.endMs;
    if (!isSameSession) return 0;
    left -= block.seats;
  }
  return Math.max(0, left);
}

function isOfService({ serviceId }: Occupation, service: SlotService): boolean {
  return serviceId === undefined || serviceId === 'same' || serviceId === service.id;
}
