import { type Claim, claimDays, claimOutcome } from '@marketplace/services/domain/availability';
import {
  type ClaimDay,
  claimOf,
  distinctClaims,
  nextVersion,
  withClaim,
} from '@marketplace/services/shared/bookings/claim-days';
import type { BookingItem, ResourceDayItem } from '@marketplace/services/shared/table';

/** What the bookings ahead of one provider claim. Past ones claim nothing: nobody can book there. */
export class Claims {
  readonly #days = new Map<string, ClaimDay>();

  constructor(private readonly now: Date) {}

  /** @returns false when the time is taken by a booking that was there before. */
  add(booking: BookingItem): boolean {
    const claim = claimOf(booking);
    if (!claim || Date.parse(booking.endsAt) <= this.now.getTime()) return true;
    const days = claimDays(claim).map((date) => this.#day(booking.resourceId, date));
    if (!claimOutcome(claim, distinctClaims(days), booking.capacity, this.now).ok) return false;
    for (const day of days) this.#keep(day, claim);
    return true;
  }

  items(): ResourceDayItem[] {
    return [...this.#days.values()].map(nextVersion);
  }

  #day(resourceId: string, date: string): ClaimDay {
    const day = this.#days.get(`${resourceId} ${date}`);
    return day ?? { resourceId, date, version: 0, claims: [] };
  }

  #keep(day: ClaimDay, claim: Claim): void {
    const { resourceId, date } = day;
    this.#days.set(`${resourceId} ${date}`, withClaim(day, claim.bookingId, claim, this.now));
  }
}
