import { ProblemError } from '../../shared/lambda';
import { transact } from '../../shared/table';
import { bookingView, isReviewable } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { isDoneAlready, requireOwnBooking } from '../require-access';

/**
 * Publishes what the customer says about an appointment that took place, once.
 * @throws ProblemError `ALREADY_REVIEWED`, `NOT_POSSIBLE_NOW`
 */
export async function review(
  ctx: BookingContext,
  input: { bookingId: string; stars: number; text: string },
): Promise<Booking> {
  const { table, now, actor } = ctx;
  const booking = await requireOwnBooking(ctx, input.bookingId);
  if (isDoneAlready(ctx, booking)) return bookingView(booking, now);
  if (booking.reviewedAt !== undefined) throw new ProblemError('ALREADY_REVIEWED');
  if (!isReviewable(booking, now)) throw new ProblemError('NOT_POSSIBLE_NOW');
  const { bookingId, providerId, serviceId, serviceTitle } = booking;
  const contact = await table.bookingContact.get({ bookingId }).go();
  const reviewedAt = now.toISOString();
  const outcome = await transact(() =>
    table.transaction.write((items) => [
      items.review
        .create({
          bookingId,
          providerId,
          serviceId,
          serviceTitle,
          stars: input.stars,
          text: input.text,
          authorName: publicName(contact.data?.name),
          ...(actor.kind === 'user' && { reviewerId: actor.userId }),
          createdAt: reviewedAt,
        })
        .commit(),
      items.provider.patch({ providerId }).add({ ratingSum: input.stars, ratingCount: 1 }).commit(),
      items.booking
        .patch({ bookingId })
        .set({ reviewedAt, lastOperationId: ctx.operationId })
        .add({ version: 1 })
        .commit(),
    ]),
  );
  if (outcome.ok) return bookingView({ ...booking, reviewedAt }, now);
  throw new ProblemError(outcome.reason === 'condition' ? 'ALREADY_REVIEWED' : 'UNAVAILABLE');
}

/** First name and initial: "Ada L." */
function publicName(name = ''): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${[...last][0]?.toUpperCase()}.` : first || 'A customer';
}
