import { requireBooking } from '../../shared/bookings';
import type { ServiceItem } from '../../shared/table';
import { aProvider, aService } from '../../shared/testing';
import { startBookingService } from './booking-service';
import { startBackstage } from './processor';

/** The booking service, what happens behind it, and bookings in the states that tests begin with. */
export async function startScenario() {
  const service = await startBookingService();
  const backstage = startBackstage(service);

  async function aHeldBooking(changes: Partial<ServiceItem> = {}) {
    const provider = await aProvider(service.table);
    await service.table.user
      .put({
        userId: provider.ownerUserId,
        email: `owner-${provider.providerId}@studio.test`,
        name: 'Olga',
        createdAt: '2026-01-01T00:00:00.000Z',
      })
      .go();
    const { serviceId, providerId } = await aService(service.table, provider, changes);
    const { body, headers } = await service.hold(serviceId, '10:00');
    if (body.state !== 'held') throw new Error(`Not held: ${JSON.stringify(body)}`);
    const token = String(body.accessToken);
    const correlationId = headers.get('x-correlation-id');
    return {
      ...{ provider, providerId, serviceId, token, correlationId },
      bookingId: String(body.bookingId),
    };
  }

  return {
    service,
    backstage,
    /** A guest's hold on 1 June 2026, 10:00 UTC, made at the clock's time. */
    aHeldBooking,
    /** The same, paid for on 20 May; where approval is needed, asked for. */
    async aPaidBooking(changes: Partial<ServiceItem> = {}) {
      service.clock.set('2026-05-20T10:00:00.000Z');
      const booking = await aHeldBooking(changes);
      await backstage.pay(booking.bookingId);
      return booking;
    },
    stored: (bookingId: string) => requireBooking(service.table, bookingId),
    /** A booking's movements, amount by type. */
    async ledgerOf(bookingId: string): Promise<Record<string, number>> {
      const { data } = await service.table.ledger.query.primary({ bookingId }).go();
      return Object.fromEntries(data.map(({ type, amountMinor }) => [type, amountMinor]));
    },
    /** What went back over Stripe: movement and amount, in order. */
    movedBack: (bookingId: string) =>
      service.payments.movedBack
        .filter((step) => step.bookingId === bookingId)
        .map(({ movement, amountMinor }) => [movement, amountMinor]),
  };
}

export type Scenario = Awaited<ReturnType<typeof startScenario>>;
