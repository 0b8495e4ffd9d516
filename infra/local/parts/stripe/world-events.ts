import Stripe from 'stripe';
import { newId } from './state/ids';
import type { Store } from './state/store';
import { PLATFORM } from './state/tables';
import type { RequestRef, World } from './world';

/** Records each event with the object as it was then; events of an account belong to it. */
export function eventEmitter(
  store: Store,
  nowSeconds: () => number,
  request: () => RequestRef,
  onEvent: (id: string) => void,
): World['emit'] {
  return (type, object, account) => {
    const { id: requestId, idempotencyKey } = request();
    const event = {
      id: newId('evt'),
      object: 'event',
      ...(account ? { account } : {}),
      api_version: Stripe.API_VERSION,
      created: nowSeconds(),
      data: { object: structuredClone(object) as Stripe.Event.Data.Object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: requestId, idempotency_key: idempotencyKey },
      type,
    } satisfies Stripe.EventBase;
    // The union of 200 event types cannot be narrowed from a type that is known only at run time.
    store.put('event', event as Stripe.Event, account ?? PLATFORM);
    onEvent(event.id);
  };
}
