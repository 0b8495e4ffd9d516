import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBooking, aProvider, aService, startTestTable, type TestTable } from '../testing';
import { providerIdOf, statusShards, withStatus } from './index';

let test: TestTable;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

describe('the table', () => {
  it('spells every key as the architecture does', async () => {
    const { table, scan } = test;
    const provider = await aProvider(table, { providerId: 'p1' });
    const service = await aService(table, provider, { serviceId: 'p1-s1' });
    await aBooking(table, service, { bookingId: 'b1' });
    const at = '2026-06-01T00:00:00.000Z';
    await table.user.create({ userId: 'u1', email: 'a@b.test', name: 'A', createdAt: at }).go();
    await table.bookingContact.create({ bookingId: 'b1', name: 'A', email: 'a@b.test' }).go();
    await table.payment
      .create({
        bookingId: 'b1',
        paymentIntentId: 'pi_1',
        clientSecret: 's',
        stripeStatus: 'succeeded',
        amountMinor: 1,
        currency: 'EUR',
        createdAt: at,
      })
      .go();
    await table.ledger
      .create({
        bookingId: 'b1',
        type: 'charge',
        stripeId: 'ch_1',
        ownerId: 'p1',
        amountMinor: 1,
        currency: 'EUR',
        account: 'platform',
        at,
      })
      .go();
    await table.resourceDay
      .create({ resourceId: 'p1', date: '2026-06-01', version: 1, claims: [] })
      .go();
    await table.inbox
      .create({
        eventId: 'evt_1',
        type: 'payment_intent.succeeded',
        objectType: 'payment_intent',
        objectId: 'pi_1',
        createdAt: at,
        receivedAt: at,
      })
      .go();
    await table.outbox
      .create({
        messageId: 'm1',
        region: 'eu-west-1',
        topic: 'booking.confirmed',
        bookingId: 'b1',
        createdAt: at,
      })
      .go();
    await table.idempotency
      .create({ keyHash: 'k1', bodyHash: 'h', operationId: 'o', lockedUntilMs: 0 })
      .go();
    await table.review
      .create({
        bookingId: 'b1',
        providerId: 'p1',
        serviceId: 'p1-s1',
        serviceTitle: 'Haircut',
        stars: 5,
        text: 'Good',
        authorName: 'A.',
        createdAt: at,
      })
      .go();

    const keys = (await scan()).map(({ PK, SK }) => `${PK}|${SK}`).sort();
    expect(keys).toEqual([
      'BOOKING#b1|CONTACT',
      'BOOKING#b1|LEDGER#charge#ch_1',
      'BOOKING#b1|METADATA',
      'BOOKING#b1|PAYMENT#pi_1',
      'IDEMPOTENCY#k1|REQUEST',
      'INBOX#evt_1|EVENT',
      'OUTBOX#m1|MESSAGE',
      'PROVIDER#p1|AVAILABILITY',
      'PROVIDER#p1|METADATA',
      'PROVIDER#p1|REVIEW#b1',
      'PROVIDER#p1|SERVICE#p1-s1',
      'RESOURCE#p1|DAY#2026-06-01',
      'USER#u1|PROFILE',
    ]);
  });

  it('finds a provider by slug and everything active through its shards', async () => {
    const { table } = test;
    const provider = await aProvider(table);
    const bySlug = await table.provider.query.bySlug({ slug: provider.slug }).go();
    expect(bySlug.data).toEqual([provider]);
    const shards = await Promise.all(
      statusShards('PROVIDER', 'active').map((status) =>
        table.provider.query.byStatus({ status }).go({ pages: 'all' }),
      ),
    );
    expect(shards.flatMap(({ data }) => data.map(({ slug }) => slug))).toContain(provider.slug);
  });

  it('moves an item between states of GSI2', async () => {
    const { table } = test;
    const { providerId } = await aProvider(table);
    const suspended = withStatus('PROVIDER', providerId, 'suspended');
    await table.provider.patch({ providerId }).set(suspended).go();
    const found = await table.provider.query.byStatus({ status: suspended.status }).go();
    expect(found.data.map((item) => item.providerId)).toEqual([providerId]);
  });

  it('finds a service by its id alone, strongly consistent', async () => {
    const { table } = test;
    const service = await aService(table, await aProvider(table));
    const key = { providerId: providerIdOf(service.serviceId), serviceId: service.serviceId };
    const { data } = await table.service.get(key).go({ consistent: true });
    expect(data).toEqual(service);
  });

  it('lists bookings of provider and customer by start, and keeps ledger entries apart', async () => {
    const { table } = test;
    const service = await aService(table, await aProvider(table));
    const { providerId } = service;
    const customerId = `usr-${providerId}`;
    for (const hour of ['12', '10', '11']) {
      const startsAt = `2026-06-01T${hour}:00:00.000Z`;
      await aBooking(table, service, { customerId, startsAt, bookingId: `${providerId}${hour}` });
    }
    await table.ledger
      .create({
        bookingId: `${providerId}10`,
        type: 'charge',
        stripeId: 'ch_9',
        ownerId: providerId,
        amountMinor: 1,
        currency: 'EUR',
        account: 'platform',
        at: '2026-06-01T10:30:00.000Z',
      })
      .go();
    const startsOf = (items: { startsAt: string }[]) =>
      items.map((item) => item.startsAt.slice(11, 13));
    const provided = await table.booking.query
      .byProvider({ providerId })
      .between({ startsAt: '2026-06-01T10:00:00.000Z' }, { startsAt: '2026-06-01T11:30:00.000Z' })
      .go();
    expect(startsOf(provided.data)).toEqual(['10', '11']);
    const booked = await table.booking.query.byCustomer({ customerId }).go({ order: 'desc' });
    expect(startsOf(booked.data)).toEqual(['12', '11', '10']);
    const entries = await table.ledger.query.byProvider({ ownerId: providerId }).go();
    expect(entries.data.map(({ stripeId }) => stripeId)).toEqual(['ch_9']);
  });
});
