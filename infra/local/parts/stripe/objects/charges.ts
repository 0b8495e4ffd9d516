import type Stripe from 'stripe';
import { LIST_PARAMS, page, whereEqual } from '../http/list';
import { route } from '../http/route';
import { idOf, newId, randomToken } from '../state/ids';
import type { World } from '../world';
import type { Decline } from './customers/cards';

function methodDetails(
  method: Stripe.PaymentMethod | undefined,
): Stripe.Charge.PaymentMethodDetails {
  const card = method?.card;
  return {
    type: 'card',
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card?.brand ?? null,
      checks: card?.checks ?? null,
      country: card?.country ?? null,
      electronic_commerce_indicator: null,
      exp_month: card?.exp_month ?? 12,
      exp_year: card?.exp_year ?? 2034,
      funding: 'credit',
      installments: null,
      last4: card?.last4 ?? null,
      mandate: null,
      network: card?.brand ?? null,
      network_token: null,
      network_transaction_id: randomToken(15),
      regulated_status: 'unregulated',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: decline ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.declineCode ?? null,
    risk_level: 'normal',
    seller_message: decline ? 'The bank did not return any further details.' : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  };
}

/** The charge of one attempt to pay an intent: declined, authorised, or (once captured) paid. */
export function createCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  methodId: string,
  decline?: Decline,
): Stripe.Charge {
  const method = world.store.find('payment_method', methodId);
  const charge = {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: method?.billing_details ?? {
      address: null,
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'MARKETPLACE',
    captured: false,
    created: world.nowSeconds(),
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: idOf(intent.on_behalf_of),
    outcome: outcomeOf(decline),
    paid: decline === undefined,
    payment_intent: intent.id,
    payment_method: methodId,
    payment_method_details: methodDetails(method),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: intent.transfer_data
      ? { amount: null, destination: idOf(intent.transfer_data.destination) ?? '' }
      : null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge;
  return world.store.put('charge', charge);
}

/** What the connected account sees of a destination charge: its own `py_…`. */
export function createDestinationPayment(
  world: World,
  charge: Stripe.Charge,
  account: string,
): Stripe.Charge {
  const { transfer: _transfer, ...shown } = charge;
  const payment = {
    ...shown,
    id: newId('py'),
    amount: charge.amount_captured,
    application_fee: null,
    balance_transaction: null,
    customer: null,
    metadata: {},
    on_behalf_of: null,
    payment_intent: null,
    payment_method: null,
    transfer_data: null,
  } satisfies Stripe.Charge;
  return world.store.put('charge', payment, account);
}

export const chargeRoutes = [
  route(
    'GET',
    '/v1/charges',
    [...LIST_PARAMS, 'payment_intent', 'customer', 'transfer_group'],
    (world, { params, owner }) =>
      page(
        whereEqual(world.store.all('charge', owner), params, {
          payment_intent: (item) => idOf(item.payment_intent),
          customer: (item) => idOf(item.customer),
          transfer_group: (item) => item.transfer_group,
        }),
        params,
        '/v1/charges',
      ),
  ),
  route('GET', '/v1/charges/:id', [], (world, { path, owner }) =>
    world.store.get('charge', path.id ?? '', 'id', owner),
  ),
];
