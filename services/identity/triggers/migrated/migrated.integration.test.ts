import { hashSync } from 'bcryptjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emailHashOf } from '../../../shared/table';
import {
  aBooking,
  aProvider,
  aService,
  startTestTable,
  type TestTable,
} from '../../../shared/testing';
import { admit } from './admit';
import { takeOver } from './take-over';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const hash = hashSync('correct horse', 4);

let test: TestTable;
beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

async function aFormerAccount(name: string, changes: { passwordHash?: string } = {}) {
  const { table } = test;
  const [email, formerUserId] = [`${name}@mail.test`, `former-${name}`];
  const person = { email, name };
  await table.migratedAccount
    .put({ emailHash: emailHashOf(email), formerUserId, ...person, passwordHash: hash, ...changes })
    .go();
  await table.user
    .put({ userId: formerUserId, ...person, createdAt: '2024-01-01T00:00:00.000Z' })
    .go();
  return { email, formerUserId };
}

const takingOver = (joined: string[] = []) => ({
  table: test.table,
  now: NOW,
  joinProviders: async () => void joined.push('provider'),
});

describe('somebody who had an account before', () => {
  it('is let in with the password of then, however the address is written', async () => {
    await aFormerAccount('ada');
    const admitted = await admit(test.table, { email: 'Ada@Mail.test', password: 'correct horse' });
    expect(admitted).toEqual({ email: 'ada@mail.test', email_verified: 'true', name: 'ada' });
  });

  it('is not let in with another password, nor is a stranger', async () => {
    await aFormerAccount('bob');
    const wrong = { email: 'bob@mail.test', password: 'Correct horse' };
    expect(await admit(test.table, wrong)).toBeUndefined();
    const stranger = { email: 'eve@mail.test', password: 'correct horse' };
    expect(await admit(test.table, stranger)).toBeUndefined();
  });

  it('comes in by a mailed code where there was no password', async () => {
    const { email } = await aFormerAccount('cleo', {});
    await test.table.migratedAccount
      .patch({ emailHash: emailHashOf(email) })
      .remove(['passwordHash'])
      .go();
    expect(await admit(test.table, { email, password: '' })).toBeUndefined();
    expect(await admit(test.table, { email, password: undefined })).toMatchObject({ email });
  });

  it('has bookings, reviews and business under the new id, and nothing waits any more', async () => {
    const { table } = test;
    const { email, formerUserId } = await aFormerAccount('dora');
    const provider = await aProvider(table, { ownerUserId: formerUserId });
    const { providerId } = provider;
    await table.user.patch({ userId: formerUserId }).set({ providerId }).go();
    const service = await aService(table, provider);
    const booking = await aBooking(table, service, {
      customerId: formerUserId,
      isGuest: false,
      reviewedAt: '2026-06-02T00:00:00.000Z',
    });
    const { bookingId } = booking;
    await table.review
      .put({
        ...{ bookingId, providerId, serviceId: service.serviceId, serviceTitle: 'Haircut' },
        ...{ stars: 5, text: 'Good', authorName: 'D.', reviewerId: formerUserId },
        createdAt: '2026-06-02T00:00:00.000Z',
      })
      .go();
    const joined: string[] = [];

    await takeOver(takingOver(joined), { userId: 'sub-dora', email });
    await takeOver(takingOver(joined), { userId: 'sub-dora', email });

    expect(joined).toEqual(['provider']);
    const { data: bookings } = await table.booking.query
      .byCustomer({ customerId: 'sub-dora' })
      .go();
    expect(bookings).toEqual([
      { ...booking, customerId: 'sub-dora', version: 2, updatedAt: NOW.toISOString() },
    ]);
    const { data: review } = await table.review.get({ providerId, bookingId }).go();
    expect(review?.reviewerId).toBe('sub-dora');
    const { data: profile } = await table.user.get({ userId: 'sub-dora' }).go();
    expect(profile).toMatchObject({ email, providerId, createdAt: '2024-01-01T00:00:00.000Z' });
    expect((await table.user.get({ userId: formerUserId }).go()).data).toBeNull();
    expect((await table.provider.get({ providerId }).go()).data?.ownerUserId).toBe('sub-dora');
    const waiting = await table.migratedAccount.get({ emailHash: emailHashOf(email) }).go();
    expect(waiting.data).toBeNull();
  });

  it('waits on with what is left when there is too much for one sign-in', async () => {
    const { table } = test;
    const { email, formerUserId } = await aFormerAccount('emil');
    const service = await aService(table, await aProvider(table));
    const bookings = Array.from({ length: 230 }, () =>
      aBooking(table, service, { customerId: formerUserId, isGuest: false }),
    );
    await Promise.all(bookings);
    const owned = async () =>
      (await table.booking.query.byCustomer({ customerId: 'sub-emil' }).go({ pages: 'all' })).data
        .length;
    await takeOver(takingOver(), { userId: 'sub-emil', email });
    expect(await owned()).toBe(200);
    expect((await table.user.get({ userId: formerUserId }).go()).data).not.toBeNull();
    await takeOver(takingOver(), { userId: 'sub-emil', email });
    expect(await owned()).toBe(230);
    expect((await table.user.get({ userId: formerUserId }).go()).data).toBeNull();
  });
});
