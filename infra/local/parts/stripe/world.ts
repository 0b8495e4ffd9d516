import type Stripe from 'stripe';
import type { Store } from './state/store';

/** The API request that caused an event. */
export interface RequestRef {
  id: string | null;
  idempotencyKey: string | null;
}

/** What every operation of the stand-in works with. */
export interface World {
  store: Store;
  /** Origin of the stand-in's own pages: onboarding and the 3-D Secure challenge. */
  ownOrigin: string;
  nowSeconds(): number;
  /** Stripe's own fee on a charge, in minor units of its currency. */
  stripeFeeMinor(amountMinor: number, currency: string): number;
  /** Records an event and queues its webhook; `account` makes it a Connect event. */
  emit(type: Stripe.Event.Type, object: object, account?: string): void;
}
