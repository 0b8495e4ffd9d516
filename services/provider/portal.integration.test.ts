import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aService, startTestTable, type TestTable, tokenOf } from '../shared/testing';
import { Availability, Onboarding, OwnService, Profile, type ServiceInput } from './contract';
import { aPortal } from './testing/portal';

let test: TestTable;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

const haircut: ServiceInput = {
  title: 'Haircut',
  description: 'Wash, cut and dry.',
  category: 'hair',
  priceMinor: 5_000,
  durationMin: 60,
  stepMin: 30,
  bufferBefore: 0,
  bufferAfter: 10,
  minNoticeMin: 60,
  capacity: 1,
  policy: 'flexible',
  requiresApproval: false,
};

describe('who may use the portal', () => {
  it('is nobody who is not signed in, and no account without a business', async () => {
    const { as } = await aPortal(test);
    for (const path of ['profile', 'services', 'availability', 'bookings', 'earnings']) {
      expect(await as(undefined, 'GET', path)).toMatchObject({ status: 401 });
      expect(await as(tokenOf('customer'), 'GET', path)).toMatchObject({
        status: 403,
        body: { code: 'NOT_A_PROVIDER' },
      });
    }
  });
});

describe('the profile', () => {
  it('is read and changed in part; the slug stays', async () => {
    const { get, send, provider } = await aPortal(test);
    expect(Profile.parse((await get('profile')).body)).toMatchObject({
      name: 'Studio Nord',
      status: 'active',
    });
    const { status } = await send('PATCH', 'profile', { name: '  Studio Süd ' });
    expect(status).toBe(200);
    expect(Profile.parse((await get('profile')).body)).toMatchObject({
      name: 'Studio Süd',
      headline: provider.headline,
      slug: provider.slug,
    });
  });

  it('refuses fields that are not the provider’s to set', async () => {
    const { send } = await aPortal(test, { verified: false });
    const answer = await send('PATCH', 'profile', { verified: true });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'verified' }] } });
  });
});

describe('services', () => {
  it('are created for sale, in the currency of the provider, under an id that leads to it', async () => {
    const { get, send, provider } = await aPortal(test);
    const { status, body } = await send('POST', 'services', haircut);
    expect(status).toBe(201);
    const created = OwnService.parse(body);
    expect(created).toMatchObject({ ...haircut, currency: 'EUR', status: 'active' });
    expect(created.id.startsWith(`${provider.providerId}-`)).toBe(true);
    expect((await get('services')).body).toEqual({ items: [created] });
  });

  it('are changed in part, paused and sold again', async () => {
    const { send, provider } = await aPortal(test);
    const { serviceId } = await aService(test.table, provider);
    const changed = await send('PATCH', `services/${serviceId}`, { priceMinor: 7_500 });
    expect(changed.body).toMatchObject({ priceMinor: 7_500, title: 'Haircut', status: 'active' });
    const paused = await send('PATCH', `services/${serviceId}`, { status: 'paused' });
    expect(paused.body).toMatchObject({ status: 'paused', priceMinor: 7_500 });
    const { data } = await test.table.service
      .get({ providerId: provider.providerId, serviceId })
      .go();
    expect(data?.status).toContain('paused');
    expect(await send('PATCH', `services/${serviceId}`, {})).toMatchObject({ status: 200 });
  });

  it.each([
    ['EUR', 49, 'PRICE_BELOW_MINIMUM'],
    ['JPY', 49, 'PRICE_BELOW_MINIMUM'],
    ['KWD', 5_005, 'PRICE_NOT_IN_STEPS'],
  ])('in %s are not sold for %i', async (currency, priceMinor, code) => {
    const { send, provider } = await aPortal(test, { currency });
    const refusal = { status: 400, body: { code, errors: [{ path: 'priceMinor' }] } };
    expect(await send('POST', 'services', { ...haircut, priceMinor })).toMatchObject(refusal);
    const { serviceId } = await aService(test.table, provider);
    const path = `services/${serviceId}`;
    expect(await send('PATCH', path, { priceMinor })).toMatchObject(refusal);
  });

  it('of another provider are not there, and unknown ones neither', async () => {
    const { send, provider } = await aPortal(test);
    const other = await aPortal(test);
    const { serviceId } = await aService(test.table, other.provider);
    for (const id of [serviceId, `${provider.providerId}-nothing`, 'nothing']) {
      expect(await send('PATCH', `services/${id}`, { title: 'Mine now' })).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
    }
  });

  it('are refused with unknown fields and impossible values, naming them', async () => {
    const { send } = await aPortal(test);
    const refused = await send('POST', 'services', { ...haircut, capacity: 0, color: 'red' });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path: 'capacity' })]) },
    });
  });
});

describe('availability', () => {
  const hours = {
    timeZone: 'Europe/Paris',
    rules: [{ days: [1, 2], start: '22:00', end: '02:00' }],
    overrides: [{ date: '2026-12-25', intervals: [] }],
  };

  it('is replaced as a whole, and its zone becomes the provider’s', async () => {
    const { get, send } = await aPortal(test);
    expect(await send('PUT', 'availability', hours)).toEqual({ status: 200, body: hours });
    expect(Availability.parse((await get('availability')).body)).toEqual(hours);
    expect((await get('profile')).body).toMatchObject({ timeZone: 'Europe/Paris' });
  });

  it('is refused in a zone that does not exist', async () => {
    const { send } = await aPortal(test);
    const answer = await send('PUT', 'availability', { ...hours, timeZone: 'Mars/Olympus' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'timeZone' }] } });
  });
});

describe('uploads', () => {
  it('get a form for one picture under a key of the provider’s own', async () => {
    const { send, provider } = await aPortal(test);
    const { status, body } = await send('POST', 'uploads', {
      contentType: 'image/webp',
      sizeBytes: 200_000,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      key: expect.stringMatching(new RegExp(`^uploads/${provider.providerId}/\\w+\\.webp$`)),
      fields: { 'Content-Type': 'image/webp' },
    });
  });
});

describe('onboarding', () => {
  it('opens an account once, leads to Stripe, and ends when Stripe is content', async () => {
    const { get, send, provider, finishAccount } = await aPortal(test);
    await test.table.provider
      .patch({ providerId: provider.providerId })
      .set({ chargesEnabled: false, payoutsEnabled: false })
      .remove(['stripeAccountId'])
      .go();
    expect(Onboarding.parse((await get('onboarding')).body).stripeAccountId).toBeNull();

    const started = Onboarding.parse((await send('POST', 'onboarding')).body);
    expect(started.url).toContain('/portal?onboarding=done');
    const again = Onboarding.parse((await send('POST', 'onboarding')).body);
    expect(again.stripeAccountId).toBe(started.stripeAccountId);

    finishAccount(started.stripeAccountId ?? '');
    const finished = Onboarding.parse((await send('POST', 'onboarding')).body);
    expect(finished).toMatchObject({ chargesEnabled: true, payoutsEnabled: true });
    expect(finished.url).toBeUndefined();
    const { data } = await test.table.provider.get({ providerId: provider.providerId }).go();
    expect(data?.chargesEnabled).toBe(true);
  });
});
