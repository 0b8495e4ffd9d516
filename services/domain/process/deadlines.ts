/** How long a slot waits for its payment. */
export const HOLD_SECONDS = 15 * 60;
/** How long a provider has to answer a request. */
export const APPROVAL_SECONDS = 24 * 60 * 60;
/** How long after the end a provider can say that nobody came; then the booking counts as completed. */
const NO_SHOW_SECONDS = 24 * 60 * 60;
/** How far ahead slots are offered unless the service says otherwise. */
export const BOOKING_HORIZON_DAYS = 90;

/** When an unpaid hold made at `now` stops blocking its slot. */
export function holdExpiry(now: Date): Date {
  return new Date(now.getTime() + HOLD_SECONDS * 1000);
}

/** When an unanswered request is released: after 24 hours, or at the start if that is sooner. */
export function approvalDeadline(now: Date, start: Date): Date {
  return new Date(Math.min(now.getTime() + APPROVAL_SECONDS * 1000, start.getTime()));
}

/** Whether a confirmed booking ended so long ago that it counts as completed, whatever its provider noted. */
export function isLongOver({ endsAt }: { endsAt: string }, now: Date): boolean {
  return Date.parse(endsAt) + NO_SHOW_SECONDS * 1000 <= now.getTime();
}
