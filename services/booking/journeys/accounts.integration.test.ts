import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenOf } from '../../shared/testing';
import { type Scenario, startScenario } from '../testing/scenario';

let service: Scenario['service'];
let backstage: Scenario['backstage'];
let aHeldBooking: Scenario['aHeldBooking'];
let stored: Scenario['stored'];

beforeAll(async () => {
  ({ service, backstage, aHeldBooking, stored } = await startScenario());
});
afterAll(() => service.stop());

describe('an account', () => {
  it('keeps a guest’s booking after a claim, and only the claimer lists it', async () => {
    const { bookingId, token: accessToken } = await aHeldBooking();
    const [mine, other] = [tokenOf('cleo'), tokenOf('dan')];
    const claim = (token: string, body: object) =>
      service.post(`/bookings/${bookingId}/claim`, body, { token });
    expect((await claim(mine, { accessToken: 'guest.x.y' })).status).toBe(403);
    expect(
      (await service.get(`/bookings/${bookingId}`, { token: accessToken })).body,
    ).toMatchObject({
      isClaimed: false,
    });
    expect((await claim(mine, { accessToken })).body).toMatchObject({ isClaimed: true });
    expect((await claim(mine, { accessToken })).status).toBe(200);
    expect((await claim(other, { accessToken })).body.code).toBe('ALREADY_CLAIMED');
    expect((await service.get('/bookings', { token: mine })).body.items).toMatchObject([
      { bookingId },
    ]);
    expect((await service.get('/bookings', { token: other })).body.items).toEqual([]);
    expect((await service.get(`/bookings/${bookingId}`, { token: other })).status).toBe(404);
  });

  it('gets all guest bookings of its confirmed address, and nobody else’s', async () => {
    const past = [await aHeldBooking(), await aHeldBooking()];
    const [mine, other] = [tokenOf('gus'), tokenOf('hal')];
    const claimPast = (token: string) => service.post('/bookings/claim', {}, { token });
    Object.assign(service.account, { email: ' ADA@guest.test ', isVerified: false });
    expect(await claimPast(mine)).toMatchObject({
      status: 403,
      body: { code: 'EMAIL_NOT_VERIFIED' },
    });
    service.account.isVerified = true;
    const { body } = await claimPast(mine);
    expect(body.claimed).toBeGreaterThanOrEqual(past.length);
    const { items } = (await service.get('/bookings?limit=60', { token: mine })).body;
    const ids = (items as { bookingId: string }[]).map(({ bookingId }) => bookingId);
    expect(ids).toEqual(expect.arrayContaining(past.map(({ bookingId }) => bookingId)));
    expect((await claimPast(other)).body).toEqual({ claimed: 0 });
  });

  it('drops the surcharge of a held booking without losing the slot', async () => {
    const { bookingId, token: accessToken } = await aHeldBooking();
    const token = tokenOf('eve');
    const { status, body } = await service.post(
      `/bookings/${bookingId}/reprice`,
      { accessToken },
      { token },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'held', price: { surchargeMinor: 0, totalMinor: 10_000 } });
    await backstage.pay(bookingId);
    expect(await stored(bookingId)).toMatchObject({
      state: 'confirmed',
      totalMinor: 10_000,
      providerNetMinor: 9_000,
      applicationFeeMinor: 1_000,
    });
    const late = await service.post(`/bookings/${bookingId}/reprice`, { accessToken }, { token });
    expect(late.body.code).toBe('NOT_POSSIBLE_NOW');
  });
});
