import { stateNow } from '../../domain/process';
import { type BookingItem, type MarketTable, written } from '../../shared/table';
import { type IdentityContext, Refusal } from '../context';
import type { IdentityAnswer } from '../contract';
import type { Person } from '../people';
import { findPersonalData } from './personal-data';

/** Deleting asks for the password again; this is how long that counts. */
const FRESH_MS = 5 * 60_000;
const LIVE_STATES: readonly string[] = ['held', 'requested', 'confirmed'];
const NOBODY = 'A former customer';

/**
 * Erases what is known about a person and removes the account. Bookings and their ledger stay,
 * naming nobody. The account goes last: whatever fails before can be asked for again.
 * @throws Refusal `SIGN_IN_AGAIN`, `RUNS_BUSINESS`, `OPEN_BOOKINGS`
 */
export async function eraseAccount(
  { table, people, now, log }: IdentityContext,
  { accessToken }: { accessToken: string },
): Promise<IdentityAnswer> {
  const person = await people.ofAccessToken(accessToken);
  requireFresh(person, now);
  const { data: profile } = await table.user.get({ userId: person.userId }).go();
  if (profile?.providerId !== undefined) throw new Refusal('RUNS_BUSINESS');
  const { bookings, contacts } = await findPersonalData(table, person);
  if (bookings.some((booking) => isAhead(booking, now))) throw new Refusal('OPEN_BOOKINGS');

  for (const booking of bookings) await anonymiseReview(table, booking);
  for (const { bookingId } of contacts) await table.bookingContact.delete({ bookingId }).go();
  await table.user.delete({ userId: person.userId }).go();
  await people.remove(accessToken);
  log.info('An account was erased', { userId: person.userId, bookings: bookings.length });
  return { outcome: 'done' };
}

function requireFresh({ authenticatedAt }: Person, now: Date): void {
  if (now.getTime() - authenticatedAt.getTime() > FRESH_MS) throw new Refusal('SIGN_IN_AGAIN');
}

/** Somebody waits for this person, or their money is on its way. */
function isAhead(booking: BookingItem, now: Date): boolean {
  return LIVE_STATES.includes(stateNow(booking, now)) && Date.parse(booking.endsAt) > now.getTime();
}

/** What was published stays; by whom does not. */
async function anonymiseReview(
  table: MarketTable,
  { bookingId, providerId, reviewedAt }: BookingItem,
): Promise<void> {
  if (reviewedAt === undefined) return;
  await written(
    table.review
      .patch({ bookingId, providerId })
      .set({ authorName: NOBODY })
      .remove(['reviewerId'])
      .go(),
  );
}
