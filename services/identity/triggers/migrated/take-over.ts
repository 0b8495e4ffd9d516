import {
  type BookingItem,
  emailHashOf,
  type MarketTable,
  transact,
  type UserItem,
  written,
} from '../../../shared/table';

export interface TakeOverContext {
  table: MarketTable;
  now: Date;
  /** Puts the person among those who run a business. */
  joinProviders(): Promise<void>;
}

/** Cognito waits five seconds; what is left is taken over at the next sign-in. */
const BOOKINGS_AT_ONCE = 200;
const CONCURRENCY = 20;

/**
 * Gives an account what it had under its former id: bookings, reviews, profile and business. The
 * former account goes last, so that whatever fails before is done at the next sign-in.
 * @param email an address that is proven to be the person's
 */
export async function takeOver(
  ctx: TakeOverContext,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  const { table } = ctx;
  const key = { emailHash: emailHashOf(email) };
  const { data: former } = await table.migratedAccount.get(key).go();
  if (!former) return;
  const { formerUserId } = former;
  const { data: profile } = await table.user.get({ userId: formerUserId }).go();
  if (!(await takeOverBookings(ctx, formerUserId, userId))) return;
  if (profile?.providerId !== undefined) await ctx.joinProviders();
  const kept = profile ?? { ...former, createdAt: ctx.now.toISOString() };
  await closeFormer(table, key, { formerUserId, profile: profileOf(kept, userId) });
}

function profileOf(
  { email, name, createdAt, providerId }: Omit<UserItem, 'userId'>,
  userId: string,
): UserItem {
  return { userId, email, name, createdAt, ...(providerId !== undefined && { providerId }) };
}

/** @returns false when some are left. */
async function takeOverBookings(
  ctx: TakeOverContext,
  from: string,
  customerId: string,
): Promise<boolean> {
  const { data, cursor } = await ctx.table.booking.query
    .byCustomer({ customerId: from })
    .go({ order: 'desc', limit: BOOKINGS_AT_ONCE });
  const queue = [...data];
  let areAllMoved = true;
  const lane = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (!(await takeOverBooking(ctx, next, customerId))) areAllMoved = false;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return areAllMoved && cursor === null;
}

/** @returns false when somebody changed the booking meanwhile. */
async function takeOverBooking(
  { table, now }: TakeOverContext,
  before: BookingItem,
  customerId: string,
): Promise<boolean> {
  const { bookingId, providerId, version, reviewedAt } = before;
  if (reviewedAt !== undefined) {
    await written(
      table.review.patch({ providerId, bookingId }).set({ reviewerId: customerId }).go(),
    );
  }
  const after = { ...before, customerId, version: version + 1, updatedAt: now.toISOString() };
  return written(
    table.booking
      .put(after)
      .where((attributes, { eq }) => eq(attributes.version, version))
      .go(),
  );
}

async function closeFormer(
  table: MarketTable,
  key: { emailHash: string },
  { formerUserId, profile }: { formerUserId: string; profile: UserItem },
): Promise<void> {
  const { userId, providerId } = profile;
  const outcome = await transact(() =>
    table.transaction.write(({ migratedAccount, provider, user }) => [
      user.put(profile).commit(),
      user.delete({ userId: formerUserId }).commit(),
      migratedAccount.delete(key).commit(),
      ...(providerId === undefined
        ? []
        : [provider.patch({ providerId }).set({ ownerUserId: userId }).commit()]),
    ]),
  );
  if (!outcome.ok) throw new Error(`A migrated account was not taken over: ${outcome.reason}`);
}
