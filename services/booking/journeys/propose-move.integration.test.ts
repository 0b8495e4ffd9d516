import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropMove, proposeMove } from '../../shared/bookings';
import { type Scenario, startScenario } from '../testing/scenario';

let service: Scenario['service'];
let backstage: Scenario['backstage'];
let aPaidBooking: Scenario['aPaidBooking'];
let stored: Scenario['stored'];

beforeAll(async () => {
  ({ service, backstage, aPaidBooking, stored } = await startScenario());
});
afterAll(() => service.stop());

const PROPOSED = '2026-06-01T14:00:00.000Z';
const TOO_LATE = '2026-06-01T09:30:00.000Z';

const propose = async (bookingId: string, start = PROPOSED) =>
  proposeMove(service.bookings(), await stored(bookingId), start, 'provider');

/** A strict booking that its customer could not move any more, with another time proposed. */
async function aProposal() {
  const booking = await aPaidBooking({ policy: 'strict', minNoticeMin: 60 });
  service.clock.set(TOO_LATE);
  await propose(booking.bookingId);
  const send = (change: string, start: string) =>
    service.post(`/bookings/${booking.bookingId}/${change}`, { start }, { token: booking.token });
  return { ...booking, send };
}

describe('a time that the provider proposes', () => {
  it('is shown and written about, and moves nothing', async () => {
    const { bookingId, serviceId, token } = await aProposal();
    const { body } = await service.get(`/bookings/${bookingId}`, { token });
    expect(body).toMatchObject({
      start: '2026-06-01T10:00:00.000Z',
      proposedStart: PROPOSED,
      canReschedule: false,
    });
    expect(await service.freeStarts(serviceId)).toContain('14:00');
    await backstage.workOutbox();
    const mail = backstage.mails.findLast(({ text }) => text.includes(bookingId));
    expect(mail).toMatchObject({
      to: 'ada@guest.test',
      subject: expect.stringMatching(/^Eine andere Zeit/),
    });
  });

  it('is agreed to at any time: the claim moves, the price stays', async () => {
    const { bookingId, serviceId, send } = await aProposal();
    const { status, body } = await send('reschedule', PROPOSED);
    expect(status).toBe(200);
    expect(body).toMatchObject({ start: PROPOSED, price: { totalMinor: 11_000 } });
    expect(body).not.toHaveProperty('proposedStart');
    expect((await send('reschedule', '2026-06-01T15:00:00.000Z')).body.code).toBe(
      'RESCHEDULE_TOO_LATE',
    );
    const free = await service.freeStarts(serviceId);
    expect(free).not.toContain('14:00');
    expect((await stored(bookingId)).paidAt).toBeDefined();
  });

  it('is declined without a trace but a mail to the provider', async () => {
    const { bookingId, provider, send } = await aProposal();
    expect((await send('decline-move', '2026-06-01T15:00:00.000Z')).body.code).toBe(
      'PROPOSAL_CHANGED',
    );
    expect((await send('decline-move', PROPOSED)).body).not.toHaveProperty('proposedStart');
    expect((await send('decline-move', PROPOSED)).body.code).toBe('NOT_POSSIBLE_NOW');
    expect((await send('reschedule', PROPOSED)).body.code).toBe('RESCHEDULE_TOO_LATE');
    expect(await stored(bookingId)).toMatchObject({ startsAt: '2026-06-01T10:00:00.000Z' });
    await backstage.workOutbox();
    const told = backstage.mails.filter(({ text }) => text.includes(bookingId)).at(-1);
    expect(told).toMatchObject({
      to: `owner-${provider.providerId}@studio.test`,
      subject: expect.stringMatching(/^Bleibt, wie es war/),
    });
  });

  it('that another customer took meanwhile is refused, and the booking stands', async () => {
    const { bookingId, serviceId, send } = await aProposal();
    expect((await service.hold(serviceId, '14:00')).status).toBe(201);
    expect((await send('reschedule', PROPOSED)).body.code).toBe('SLOT_TAKEN');
    expect(await stored(bookingId)).toMatchObject({
      startsAt: '2026-06-01T10:00:00.000Z',
      proposedStart: PROPOSED,
    });
  });

  it('may overlap the booking itself, at no notice, but nothing else and not its own start', async () => {
    const { bookingId, serviceId } = await aPaidBooking({ stepMin: 30, minNoticeMin: 1440 });
    const rival = await service.hold(serviceId, '12:00');
    await backstage.pay(String(rival.body.bookingId));
    service.clock.set(TOO_LATE);
    for (const time of ['10:00', '11:30', '12:30', '10:10', '09:00']) {
      const refused = propose(bookingId, `2026-06-01T${time}:00.000Z`);
      await expect(refused).rejects.toMatchObject({ code: 'SLOT_UNAVAILABLE' });
    }
    const overlapping = await propose(bookingId, '2026-06-01T10:30:00.000Z');
    expect(overlapping).toMatchObject({ proposedStart: '2026-06-01T10:30:00.000Z' });
  });

  it('can be replaced and taken back, and ends with the booking', async () => {
    const { bookingId, token, send } = await aProposal();
    await propose(bookingId, '2026-06-01T16:00:00.000Z');
    expect((await send('reschedule', PROPOSED)).body.code).toBe('RESCHEDULE_TOO_LATE');
    await dropMove(service.bookings(), await stored(bookingId), 'provider');
    expect(await stored(bookingId)).not.toHaveProperty('proposedStart');
    await propose(bookingId);
    await service.post(`/bookings/${bookingId}/cancel`, {}, { token });
    expect(await stored(bookingId)).not.toHaveProperty('proposedStart');
  });

  it('is void once the appointment has begun', async () => {
    const { bookingId, token, send } = await aProposal();
    service.clock.set('2026-06-01T10:00:00.000Z');
    const { body } = await service.get(`/bookings/${bookingId}`, { token });
    expect(body).not.toHaveProperty('proposedStart');
    expect((await send('reschedule', PROPOSED)).body.code).toBe('RESCHEDULE_TOO_LATE');
    await expect(propose(bookingId)).rejects.toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
  });
});
