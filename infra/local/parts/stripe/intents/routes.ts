import type Stripe from 'stripe';
import { StripeFault } from '../http/fault';
import { LIST_PARAMS, page, whereEqual } from '../http/list';
import { type Call, route } from '../http/route';
import { searchFilter } from '../http/search';
import { idOf } from '../state/ids';
import type { World } from '../world';
import {
  CANCEL_FIELDS,
  CAPTURE_FIELDS,
  cancelIntent,
  captureIntent,
  UPDATE_FIELDS,
  updateIntent,
} from './change';
import { CONFIRM_FIELDS, confirmIntent } from './confirm';
import { CREATE_FIELDS, createIntent } from './create';

/** What Stripe shows to whoever holds only the client secret. */
const SHOWN_TO_BROWSERS = [
  'id',
  'object',
  'amount',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
] as const satisfies readonly (keyof Stripe.PaymentIntent)[];

function found(world: World, call: Call): Stripe.PaymentIntent {
  const intent = world.store.get('payment_intent', call.path.id ?? '', 'intent');
  if (!call.isPublishable || call.params.string('client_secret') === intent.client_secret) {
    return intent;
  }
  throw new StripeFault(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_invalid_parameter',
    message:
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
    param: 'client_secret',
  });
}

function shown(intent: Stripe.PaymentIntent, call: Call): object {
  if (!call.isPublishable) return intent;
  return Object.fromEntries(SHOWN_TO_BROWSERS.map((field) => [field, intent[field]]));
}

const confirmable = [...CONFIRM_FIELDS];

export const paymentIntentRoutes = [
  route('POST', '/v1/payment_intents', CREATE_FIELDS, (world, { params }) => {
    const intent = createIntent(world, params);
    return params.boolean('confirm') ? confirmIntent(world, intent, params) : intent;
  }),
  route('GET', '/v1/payment_intents', [...LIST_PARAMS, 'customer'], (world, { params }) =>
    page(
      whereEqual(world.store.all('payment_intent'), params, {
        customer: (item) => idOf(item.customer),
      }),
      params,
      '/v1/payment_intents',
    ),
  ),
  route('GET', '/v1/payment_intents/search', ['query', 'limit', 'page'], (world, { params }) => {
    const matches = searchFilter(params.required('query'));
    const all = world.store.all('payment_intent').filter((intent) => matches({ ...intent }));
    const list = page(all, params, '/v1/payment_intents/search');
    return {
      ...list,
      object: 'search_result',
      next_page: null,
    } satisfies Stripe.ApiSearchResult<Stripe.PaymentIntent>;
  }),
  route(
    'GET',
    '/v1/payment_intents/:id',
    ['client_secret', 'key', 'is_stripe_sdk'],
    (world, call) => shown(found(world, call), call),
    { isForBrowsers: true },
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/confirm',
    confirmable,
    (world, call) => shown(confirmIntent(world, found(world, call), call.params), call),
    { isForBrowsers: true },
  ),
  route('POST', '/v1/payment_intents/:id/capture', CAPTURE_FIELDS, (world, call) =>
    captureIntent(world, found(world, call), call.params),
  ),
  route('POST', '/v1/payment_intents/:id/cancel', CANCEL_FIELDS, (world, call) =>
    cancelIntent(world, found(world, call), call.params),
  ),
  route('POST', '/v1/payment_intents/:id', UPDATE_FIELDS, (world, call) =>
    updateIntent(world, found(world, call), call.params),
  ),
];
