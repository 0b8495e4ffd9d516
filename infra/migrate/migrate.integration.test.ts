import { createHash } from 'node:crypto';
import { freeSlots, readClaims, readOffer } from '@marketplace/services/shared/bookings';
import type { BookingItem } from '@marketplace/services/shared/table';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isClean } from './commands/verify';
import { planFiles } from './files/move-files';
import { openSource } from './source/postgres';
import { MigrationState } from './state/state';
import { type MigrationWorld, NOW, startMigrationWorld } from './testing/environment';

let world: MigrationWorld;
/** The table once everything has moved. */
let items: Record<string, unknown>[] = [];

beforeAll(async () => {
  world = await startMigrationWorld({ providers: 16, users: 220, bookingsEach: 15 });
});
afterAll(() => world.stop());

const uuid = (name: string) =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

function futureBooking(): BookingItem {
  const found = items.find(
    ({ __edb_e__, state, capacity, startsAt }) =>
      __edb_e__ === 'booking' &&
      state === 'confirmed' &&
      capacity === 1 &&
      String(startsAt) > NOW.toISOString(),
  );
  return found as unknown as BookingItem;
}

describe('a migration from Supabase', () => {
  it('moves everything that can be moved, though it dies again and again', async () => {
    for (const writesUntilDeath of [3, 20, 40]) {
      await expect(world.run({ writesUntilDeath })).rejects.toThrow('killed');
    }
    await world.run();
    items = await world.target.scan();
    const verified = await world.verify();
    expect(verified.differences).toEqual({ missing: [], different: [], extra: [] });
    expect(verified.money.differences).toEqual([]);
    for (const { source, table } of verified.entities) {
      expect(table).toEqual(source);
      expect(source.count).toBeGreaterThan(0);
    }
    expect(isClean(verified)).toBe(true);
  });

  it('accounts for every row: what is read is moved or left behind with a reason', async () => {
    const state = new MigrationState(world.statePath);
    for (const { table, read, leftBehind } of state.rows()) {
      if (table === 'files') continue;
      expect(read, table).toBeGreaterThan(leftBehind);
    }
    const { read, leftBehind } = state.rows().find(({ table }) => table === 'bookings') ?? {};
    expect(state.items('booking')).toBe((read ?? 0) - (leftBehind ?? 0));
    state.close();
  });

  it('blocks the time of a booking that is still ahead', async () => {
    const booking = futureBooking();
    const { table } = world.target;
    const offer = await readOffer(table, booking.serviceId, { consistent: true });
    if (!offer) throw new Error('The service is not on sale');
    const from = new Date(Date.parse(booking.startsAt) - 3 * 3_600_000);
    const to = new Date(Date.parse(booking.startsAt) + 3 * 3_600_000);
    const claims = await readClaims(table, offer.service, { from, to });
    const now = NOW < from ? NOW : from;
    const starts = freeSlots(offer, claims, { from, to }, now).map(({ start }) => start);
    const ifEmpty = freeSlots(offer, new Map([[booking.resourceId, []]]), { from, to }, now);
    expect(ifEmpty.map(({ start }) => start)).toContain(booking.startsAt);
    expect(starts).not.toContain(booking.startsAt);
    expect(starts.length).toBeGreaterThan(0);
  });

  it('keeps Stripe’s ids, and enters what was paid and given back as a ledger', async () => {
    const { table } = world.target;
    const refund = items.find((item) => item.__edb_e__ === 'ledger' && item.type === 'refund');
    const { data: entries } = await table.ledger.query
      .primary({ bookingId: String(refund?.bookingId) })
      .go();
    const number = String(refund?.stripeId).replace('re_', '');
    expect(entries.map(({ type, stripeId }) => `${type} ${stripeId}`).sort()).toEqual([
      `application_fee fee_${number}`,
      `charge ch_${number}`,
      `fee_refund fr_${number}`,
      `refund re_${number}`,
      `reversal trr_${number}`,
      `stripe_fee txn_${number}`,
      `transfer tr_${number}`,
    ]);
    const { data: booking } = await table.booking
      .get({ bookingId: String(refund?.bookingId) })
      .go();
    expect(booking).toMatchObject({
      paymentIntentId: `pi_${number}`,
      refundedMinor: refund?.amountMinor,
    });
  });

  it('adds up a provider’s bookings and stars', async () => {
    const { table } = world.target;
    const provider = items.find((item) => item.__edb_e__ === 'provider');
    const { data: reviews } = await table.review.query
      .primary({ providerId: String(provider?.providerId) })
      .go({ pages: 'all' });
    expect(provider).toMatchObject({
      ratingCount: reviews.length,
      ratingSum: reviews.reduce((sum, { stars }) => sum + stars, 0),
    });
    expect(Number(provider?.bookingsCount)).toBeGreaterThan(0);
  });

  it('finds the files of the project, and those that cannot be kept', async () => {
    const source = await openSource(world.postgres.url);
    const state = new MigrationState(':memory:');
    await planFiles(source, state);
    await source.close();
    const files = state.rows().find(({ table }) => table === 'files');
    expect(files).toEqual({ table: 'files', read: 12, leftBehind: 3 });
    expect(state.findings().map(({ reason }) => reason)).toEqual(['BAD_FILE', 'FILE_TOO_LARGE']);
  });

  it('lets bookings of a duplicate account go to the oldest one of the address', async () => {
    const { table } = world.target;
    const [kept, duplicate] = [uuid('user 4'), uuid('user 5')];
    const { data: none } = await table.user.get({ userId: duplicate }).go();
    expect(none).toBeNull();
    const { data: profile } = await table.user.get({ userId: kept }).go();
    expect(profile?.email).toBe('person4@mail.test');
    const { data: bookings } = await table.booking.query
      .byCustomer({ customerId: kept })
      .go({ pages: 'all' });
    expect(bookings.length).toBeGreaterThan(1);
  });

  it('finds what is missing, changed or not from there', async () => {
    const { table } = world.target;
    const [first, second] = items.filter((item) => item.__edb_e__ === 'bookingContact');
    await table.bookingContact.delete({ bookingId: String(first?.bookingId) }).go();
    await table.bookingContact
      .patch({ bookingId: String(second?.bookingId) })
      .set({ name: 'Mallory' })
      .go();
    await table.bookingContact.create({ bookingId: 'b1', name: 'Eve', email: 'e@b.test' }).go();
    const verified = await world.verify();
    expect(verified.differences).toEqual({
      missing: [`${first?.PK}|${first?.SK}`],
      different: [`${second?.PK}|${second?.SK}`],
      extra: ['BOOKING#b1|CONTACT'],
    });
    expect(isClean(verified)).toBe(false);
  });
});
