export { type Claim, type ClaimOutcome, claimDays, claimFootprint, claimOutcome } from './claims';
export { conflicts, type Footprint, footprint, isLive } from './occupation';
export { availableSlots, firstFreeStart, slotAt, slotsWithSeats } from './slots';
export type {
  AvailabilityInput,
  DateOverride,
  Occupation,
  Slot,
  SlotService,
  WallInterval,
  WeeklyRule,
} from './types';
