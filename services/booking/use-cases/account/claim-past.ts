import { commitBooking, readBooking } from '../../../shared/bookings';
import { ProblemError } from '../../../shared/lambda';
import { emailHashOf } from '../../../shared/table';
import type { BookingContext } from '../../context';
import { requireUser } from '../../require-access';

/**
 * Attaches to the account every booking that was made as a guest under its confirmed address.
 * @throws ProblemError `EMAIL_NOT_VERIFIED`: an address that is only claimed opens nobody's bookings.
 */
export async function claimPast(ctx: BookingContext): Promise<{ claimed: number }> {
  const { userId: customerId, accessToken } = requireUser(ctx.actor);
  const account = await ctx.contacts.ofAccessToken(accessToken);
  if (!account?.isVerified) throw new ProblemError('EMAIL_NOT_VERIFIED');
  const { data } = await ctx.table.bookingContact.query
    .byEmail({ emailHash: emailHashOf(account.email) })
    .go({ pages: 'all' });
  let claimed = 0;
  for (const { bookingId } of data) {
    const before = await readBooking(ctx.table, bookingId);
    if (!before || before.customerId !== undefined) continue;
    const outcome = await commitBooking(ctx, { before, after: { ...before, customerId } });
    if (outcome.kind === 'committed') claimed++;
  }
  return { claimed };
}
