import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../shared/observability';
import type { BookingItem, ServiceItem } from '../shared/table';
import { aBooking, aProvider, aService, startTestTable, type TestTable } from '../shared/testing';
import { answer } from './answer';
import { type IdentityContext, Refusal } from './context';
import type { IdentityRequest } from './contract';
import type { Person } from './people';

const NOW = new Date('2026-06-15T10:00:00.000Z');
const PAST = { startsAt: '2026-06-01T10:00:00.000Z', endsAt: '2026-06-01T11:00:00.000Z' };
const AHEAD = { startsAt: '2026-06-20T10:00:00.000Z', endsAt: '2026-06-20T11:00:00.000Z' };

let test: TestTable;
let service: ServiceItem;
let person: Person;
let removed: string[];
let mails: { to: string; text: string }[];

beforeAll(async () => {
  test = await startTestTable();
  service = await aService(test.table, await aProvider(test.table));
});
afterAll(() => test.stop());

beforeEach(async () => {
  const userId = `u-${crypto.randomUUID()}`;
  const name = `Wilhelmina ${userId}`;
  person = {
    userId,
    email: `${userId}@demo.test`,
    groups: [],
    hasSecondFactor: false,
    attributes: { sub: userId, email: `${userId}@demo.test`, name },
    authenticatedAt: new Date(NOW.getTime() - 60_000),
  };
  removed = [];
  mails = [];
  const { email } = person;
  await test.table.user.put({ userId, email, name, createdAt: NOW.toISOString() }).go();
});

function ask(request: IdentityRequest) {
  const ctx: IdentityContext = {
    table: test.table,
    people: {
      ofAccessToken: async (token) => {
        if (token !== 'live') throw new Refusal('SESSION_ENDED');
        return person;
      },
      remove: async (token) => {
        removed.push(token);
      },
    },
    mailer: { send: async (mail) => void mails.push(mail) },
    publicOrigin: 'https://market.test',
    now: NOW,
    log: silentLog,
  };
  return answer(ctx, request);
}
const erase = () => ask({ operation: 'erase-account', accessToken: 'live' });

/** A booking of the person, with all that hangs on it. */
async function aBookingOf(changes: Partial<BookingItem>): Promise<BookingItem> {
  const booking = await aBooking(test.table, service, changes);
  const { bookingId, providerId, serviceId, serviceTitle } = booking;
  const { email, attributes } = person;
  await test.table.bookingContact
    .put({ bookingId, email: email.toUpperCase(), name: attributes.name ?? '' })
    .go();
  await test.table.ledger
    .put({
      bookingId,
      type: 'charge',
      stripeId: `ch_${bookingId}`,
      ownerId: providerId,
      amountMinor: 11_000,
      currency: 'EUR',
      account: 'platform',
      at: NOW.toISOString(),
    })
    .go();
  if (booking.reviewedAt === undefined) return booking;
  await test.table.review
    .put({
      bookingId,
      providerId,
      serviceId,
      serviceTitle,
      stars: 5,
      text: 'Lovely.',
      authorName: 'Wilhelmina U.',
      reviewerId: person.userId,
      createdAt: NOW.toISOString(),
    })
    .go();
  return booking;
}

async function itemsNaming(...texts: (string | undefined)[]) {
  const items = await test.scan();
  return items.filter((item) => {
    const line = JSON.stringify(item).toLowerCase();
    return texts.some((text) => text && line.includes(text.toLowerCase()));
  });
}

describe('an account that is deleted', () => {
  it('leaves no trace of address or name in the whole table, and the ledger untouched', async () => {
    const { userId, email, attributes } = person;
    const own = await aBookingOf({
      ...PAST,
      customerId: userId,
      isGuest: false,
      reviewedAt: NOW.toISOString(),
    });
    const asGuest = await aBookingOf({ ...PAST, isGuest: true });
    expect((await itemsNaming(email, attributes.name)).length).toBe(3);

    expect(await erase()).toEqual({ outcome: 'done' });

    expect(await itemsNaming(email, attributes.name, 'Wilhelmina U.')).toEqual([]);
    for (const { bookingId } of [own, asGuest]) {
      const kept = await test.table.ledger.query.primary({ bookingId }).go();
      expect(kept.data).toMatchObject([{ amountMinor: 11_000 }]);
      expect((await test.table.booking.get({ bookingId }).go()).data).toBeTruthy();
    }
    const review = await test.table.review.get(own).go();
    expect(review.data).toMatchObject({ text: 'Lovely.', authorName: 'A former customer' });
    expect(review.data?.reviewerId).toBeUndefined();
    expect(removed).toEqual(['live']);
  });

  it('leaves everybody else’s data alone', async () => {
    const stranger = { bookingId: 'bkg-stranger', email: 'stranger@demo.test', name: 'A Stranger' };
    await test.table.bookingContact.put(stranger).go();
    await erase();
    expect((await test.table.bookingContact.get(stranger).go()).data).toEqual(stranger);
  });

  it.each(['held', 'requested', 'confirmed'] as const)(
    'is refused while a booking ahead is %s, with nothing erased',
    async (state) => {
      const expiresAt = AHEAD.startsAt;
      await aBookingOf({ ...AHEAD, state, expiresAt, customerId: person.userId });
      expect(await erase()).toEqual({ outcome: 'refused', code: 'OPEN_BOOKINGS' });
      expect((await itemsNaming(person.email)).length).toBe(2);
      expect(removed).toEqual([]);
    },
  );

  it('is not held up by a booking ahead that was cancelled', async () => {
    await aBookingOf({ ...AHEAD, state: 'cancelled', customerId: person.userId });
    expect(await erase()).toEqual({ outcome: 'done' });
  });

  it('is refused to who runs a business, to a session without a fresh sign-in, and to one that ended', async () => {
    const { userId } = person;
    await test.table.user.patch({ userId }).set({ providerId: service.providerId }).go();
    expect(await erase()).toEqual({ outcome: 'refused', code: 'RUNS_BUSINESS' });
    person = { ...person, authenticatedAt: new Date(NOW.getTime() - 3_600_000) };
    expect(await erase()).toEqual({ outcome: 'refused', code: 'SIGN_IN_AGAIN' });
    const ended = await ask({ operation: 'erase-account', accessToken: 'over' });
    expect(ended).toEqual({ outcome: 'refused', code: 'SESSION_ENDED' });
    expect(removed).toEqual([]);
  });
});

describe('an export', () => {
  it('holds account, profile, and bookings with contact, payments and review', async () => {
    const { userId, email } = person;
    const { bookingId } = await aBookingOf({
      ...PAST,
      customerId: userId,
      reviewedAt: NOW.toISOString(),
    });
    const exported = await ask({ operation: 'export-account', accessToken: 'live' });
    expect(exported).toMatchObject({
      outcome: 'exported',
      data: {
        exportedAt: NOW.toISOString(),
        account: { email, secondFactor: false },
        profile: { userId, email },
        bookings: [
          {
            bookingId,
            contact: { email: email.toUpperCase() },
            payments: [{ type: 'charge', amountMinor: 11_000 }],
            review: { text: 'Lovely.' },
          },
        ],
      },
    });
  });

  it('of who runs a business holds the business', async () => {
    const { userId } = person;
    await test.table.user.patch({ userId }).set({ providerId: service.providerId }).go();
    const exported = await ask({ operation: 'export-account', accessToken: 'live' });
    expect(exported).toMatchObject({
      data: { business: { profile: { name: 'Studio Nord' }, services: [{ title: 'Haircut' }] } },
    });
  });
});

it('tells the owner of an address about a second sign-up, in the market’s language, with ways in', async () => {
  await ask({ operation: 'tell-owner', email: person.email, market: 'ch' });
  const text = expect.stringContaining('https://market.test/auth/forgot');
  expect(mails).toMatchObject([{ to: person.email, subject: 'Sie haben schon ein Konto', text }]);
});
