import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Booking, BookingCreated } from '@marketplace/services/booking/contract';
import type { Offer } from './catalogue';

/** How long no booking may move before those that are left count as stuck. */
const STUCK_MS = 180_000;
const POLL_MS = 500;
const MOST_ATTEMPTS = 20;

/** What somebody was promised: an answer of 2xx. */
export interface Promised {
  email: string;
  booking: BookingCreated;
  /** Whether Stripe took the money. */
  isPaid: boolean;
}

/** Customers who hold a time, each another one, and pay for it as the page does. */
export class Customers {
  readonly promised: Promised[] = [];
  readonly #paying: Promise<void>[] = [];
  #asked = 0;

  constructor(
    private readonly origin: string,
    private readonly offers: readonly Offer[],
  ) {}

  /** The next request for a hold, and who it is for. */
  next() {
    const number = this.#asked++;
    const offer = this.offers[number];
    if (!offer) throw new Error(`There were only ${this.offers.length} times to book.`);
    const email = `load-${number}@load.test`;
    const body = JSON.stringify({ ...offer, customer: { name: `Load ${number}`, email } });
    const headers = {
      origin: this.origin,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    return {
      email,
      request: { method: 'POST', path: '/api/booking/bookings', headers, body } as const,
    };
  }

  /** Remembers what was promised and pays for it. */
  held(email: string, booking: BookingCreated): void {
    const promised: Promised = { email, booking, isPaid: false };
    this.promised.push(promised);
    this.#paying.push(this.#pay(promised));
  }

  /** Waits until every payment was made and its booking has moved on, as long as any does; gives those that did not. */
  async settle(): Promise<Promised[]> {
    await Promise.all(this.#paying);
    const unsettled: Promised[] = [];
    let patienceUntilMs = Date.now() + STUCK_MS;
    for (const promised of this.promised.filter(({ isPaid }) => isPaid)) {
      let isBooked = await this.#isBooked(promised);
      while (!isBooked && Date.now() < patienceUntilMs) {
        await sleep(POLL_MS);
        isBooked = await this.#isBooked(promised);
      }
      if (isBooked) patienceUntilMs = Date.now() + STUCK_MS;
      else unsettled.push(promised);
    }
    return unsettled;
  }

  async #pay(promised: Promised): Promise<void> {
    const { clientSecret } = promised.booking;
    const intentId = clientSecret.split('_secret')[0];
    for (let attempt = 0; attempt < MOST_ATTEMPTS && !promised.isPaid; attempt++) {
      const answer = await fetch(
        `${this.origin}/_local/stripe/v1/payment_intents/${intentId}/confirm`,
        {
          method: 'POST',
          headers: { authorization: 'Bearer pk_test_local' },
          body: new URLSearchParams({
            client_secret: clientSecret,
            payment_method: 'pm_card_visa',
          }),
        },
      ).catch(() => undefined);
      const status = ((await answer?.json().catch(() => undefined)) as { status?: string })?.status;
      promised.isPaid = status === 'succeeded' || status === 'requires_capture';
      if (!promised.isPaid) await sleep(POLL_MS);
    }
  }

  async #isBooked({ booking: { bookingId, accessToken } }: Promised): Promise<boolean> {
    const answer = await fetch(`${this.origin}/api/booking/bookings/${bookingId}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    }).catch(() => undefined);
    if (!answer?.ok) return false;
    const { state } = (await answer.json()) as Booking;
    return state === 'confirmed' || state === 'requested';
  }
}
