import type Stripe from 'stripe';
import { invalid, missingParam, noSuch } from '../../http/fault';
import type { Params } from '../../http/params';
import { route } from '../../http/route';
import { newId } from '../../state/ids';
import type { World } from '../../world';
import { behaviourOf, type CardBehaviour, checkCard, TEST_METHODS } from './cards';

const hiddenNumber = (id: string) => `card-number:${id}`;

function billingDetails(params: Params | undefined): Stripe.PaymentMethod.BillingDetails {
  const details = params?.object('billing_details');
  return {
    address: {
      city: null,
      country: details?.object('address')?.string('country') ?? null,
      line1: null,
      line2: null,
      postal_code: details?.object('address')?.string('postal_code') ?? null,
      state: null,
    },
    email: details?.string('email') ?? null,
    name: details?.string('name') ?? null,
    phone: details?.string('phone') ?? null,
    tax_id: null,
  };
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function storeCard(
  world: World,
  card: { number: string; expMonth: number; expYear: number },
  params: Params | undefined,
): Stripe.PaymentMethod {
  const { brand, country } = behaviourOf(card.number);
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    billing_details: billingDetails(params),
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country,
      display_brand: brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: card.number.slice(0, 6) + card.number.slice(-4),
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: world.nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: params?.metadata() ?? {},
    type: 'card',
  } satisfies Stripe.PaymentMethod;
  world.store.hide(hiddenNumber(method.id), card.number);
  return world.store.put('payment_method', method);
}

/** Makes a payment method of the card data in `payment_method_data` or of a create call. */
export function createPaymentMethod(world: World, params: Params): Stripe.PaymentMethod {
  if (params.required('type') !== 'card') throw invalid('Only cards work here.', 'type');
  const card = params.object('card');
  if (!card) throw missingParam('card');
  const input = {
    number: card.required('number').replace(/[\s-]/g, ''),
    expMonth: card.requiredInteger('exp_month'),
    expYear: fullYear(card.requiredInteger('exp_year')),
    cvc: card.string('cvc'),
  };
  checkCard(input, world.nowSeconds());
  return storeCard(world, input, params);
}

/** A stored method, or one of Stripe's ready-made ones (`pm_card_visa`). @throws StripeFault */
export function resolvePaymentMethod(world: World, id: string): Stripe.PaymentMethod {
  const testCard = TEST_METHODS[id];
  if (testCard) {
    const expYear = new Date(world.nowSeconds() * 1000).getUTCFullYear() + 1;
    return storeCard(world, { number: testCard, expMonth: 12, expYear }, undefined);
  }
  const method = world.store.find('payment_method', id);
  if (!method) throw noSuch('PaymentMethod', id, 'payment_method');
  return method;
}

export function behaviourOfMethod(world: World, id: string): CardBehaviour {
  return behaviourOf(world.store.reveal(hiddenNumber(id)) ?? '');
}

export const paymentMethodRoutes = [
  route(
    'POST',
    '/v1/payment_methods',
    ['type', 'card', 'billing_details', 'allow_redisplay', 'key'],
    (world, { params }) => createPaymentMethod(world, params),
    { isForBrowsers: true },
  ),
  route('GET', '/v1/payment_methods/:id', [], (world, { path }) =>
    world.store.get('payment_method', path.id ?? ''),
  ),
];
