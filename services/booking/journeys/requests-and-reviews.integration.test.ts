import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptBooking, declineBooking, finishBooking } from '../../shared/bookings';
import { type Scenario, startScenario } from '../testing/scenario';

let service: Scenario['service'];
let backstage: Scenario['backstage'];
let aPaidBooking: Scenario['aPaidBooking'];
let stored: Scenario['stored'];

beforeAll(async () => {
  ({ service, backstage, aPaidBooking, stored } = await startScenario());
});
afterAll(() => service.stop());

describe('a request', () => {
  async function aRequest() {
    const booking = await aPaidBooking({ requiresApproval: true });
    expect((await stored(booking.bookingId)).state).toBe('requested');
    return booking;
  }

  it('is charged when the provider accepts', async () => {
    const { bookingId } = await aRequest();
    const accepted = await acceptBooking(service.bookings(), await stored(bookingId), 'provider');
    expect(accepted).toMatchObject({ state: 'confirmed', paidAt: '2026-05-20T10:00:00.000Z' });
    await backstage.event('payment_intent', `pi_${bookingId}`);
    const { data } = await service.table.ledger.query.primary({ bookingId }).go();
    expect(data.map(({ type }) => type).sort()).toEqual([
      'application_fee',
      'charge',
      'stripe_fee',
      'transfer',
    ]);
  });

  it('is let go when the provider declines or the customer cancels', async () => {
    const declined = await aRequest();
    await declineBooking(service.bookings(), await stored(declined.bookingId), 'provider');
    const cancelled = await aRequest();
    await service.post(`/bookings/${cancelled.bookingId}/cancel`, {}, { token: cancelled.token });
    for (const { bookingId, serviceId } of [declined, cancelled]) {
      expect((await service.payments.readIntent(`pi_${bookingId}`)).status).toBe('canceled');
      expect((await stored(bookingId)).refundedMinor).toBe(0);
      expect(await service.freeStarts(serviceId)).toContain('10:00');
    }
  });

  it('can no longer be answered after its deadline, nor twice', async () => {
    const { bookingId } = await aRequest();
    service.clock.advance(24 * 3600);
    const late = acceptBooking(service.bookings(), await stored(bookingId), 'provider');
    await expect(late).rejects.toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
  });
});

describe('afterwards', () => {
  it('a booking is completed or missed only once it began, and reviewed once', async () => {
    const { bookingId, providerId, token } = await aPaidBooking();
    const complete = async () =>
      finishBooking(service.bookings(), await stored(bookingId), 'complete', 'provider');
    await expect(complete()).rejects.toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    const path = `/bookings/${bookingId}/review`;
    const review = { stars: 4, text: 'Calm & quick 🙂' };
    expect((await service.post(path, review, { token })).body.code).toBe('NOT_POSSIBLE_NOW');

    service.clock.set('2026-06-01T11:00:00.000Z');
    expect((await complete()).state).toBe('completed');
    expect((await service.post(path, review, { token })).body).toMatchObject({ canReview: false });
    expect((await service.post(path, review, { token })).body.code).toBe('ALREADY_REVIEWED');
    const reviews = await service.table.review.query.primary({ providerId }).go();
    expect(reviews.data).toMatchObject([{ stars: 4, text: review.text, authorName: 'Ada G.' }]);
    const provider = await service.table.provider.get({ providerId }).go({ consistent: true });
    expect(provider.data).toMatchObject({ ratingSum: 4, ratingCount: 1 });
  });

  it('a missed booking keeps what was paid, frees nothing and cannot be reviewed or cancelled', async () => {
    const { bookingId, token } = await aPaidBooking();
    const miss = async () =>
      finishBooking(service.bookings(), await stored(bookingId), 'mark_no_show', 'provider');
    await expect(miss()).rejects.toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    service.clock.set('2026-06-01T10:00:00.000Z');
    expect(await miss()).toMatchObject({ state: 'no_show', refundedMinor: 0 });
    await expect(miss()).rejects.toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    for (const [change, body] of [
      ['cancel', {}],
      ['review', { stars: 1, text: '' }],
    ] as const) {
      const answer = await service.post(`/bookings/${bookingId}/${change}`, body, { token });
      expect(answer.body.code).toBe('NOT_POSSIBLE_NOW');
    }
    service.clock.set('2026-05-20T10:00:00.000Z');
  });

  it('the calendar file opens with the token of the mail, and with nothing else', async () => {
    const { bookingId, token } = await aPaidBooking();
    const path = `/bookings/${bookingId}/calendar.ics`;
    const answer = await service.get(`${path}?t=${token}`);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(String(answer.body.text)).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r?\n?$/);
    expect((await service.get(path)).status).toBe(401);
    expect((await service.get(`${path}?t=${token}x`)).status).toBe(401);
  });
});
