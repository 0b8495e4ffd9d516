import { type Footprint, footprint, readBlocks, seatsLeft } from './occupation';
import type { Occupation, SlotService } from './types';

const DAY_MS = 86_400_000;

/** What one booking occupies of a resource, as it is stored and as the engine reads it. */
export interface Claim extends Occupation {
  bookingId: string;
  serviceId: string;
  status: Exclude<Occupation['status'], 'cancelled'>;
  bufferBefore: number;
  bufferAfter: number;
  seats: number;
}

/** The buffered time of a claim. */
export function claimFootprint(claim: Claim): Footprint {
  return footprint(Date.parse(claim.start), Date.parse(claim.end), claim);
}

/** The UTC dates (`YYYY-MM-DD`) a claim's footprint touches: the items it has to be written to. */
export function claimDays(claim: Claim): string[] {
  const { fromMs, untilMs } = claimFootprint(claim);
  const first = Math.floor(fromMs / DAY_MS);
  const last = Math.ceil(untilMs / DAY_MS) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) =>
    new Date((first + index) * DAY_MS).toISOString().slice(0, 10),
  );
}

export type ClaimOutcome = { ok: true } | { ok: false; seatsLeft: number };

/** Whether a claim fits among the others of its resource: the same question the slot list answers. */
export function claimOutcome(
  wanted: Claim,
  others: readonly Claim[],
  capacity: number,
  now: Date,
): ClaimOutcome {
  const service: SlotService = { id: wanted.serviceId, durationMin: 1, capacity };
  const rivals = others.filter(({ bookingId }) => bookingId !== wanted.bookingId);
  const blocks = readBlocks(rivals, service, now.getTime());
  const left = seatsLeft(claimFootprint(wanted), blocks, capacity);
  return wanted.seats <= left ? { ok: true } : { ok: false, seatsLeft: left };
}
