import type Stripe from 'stripe';
import { invalid, noSuch, StripeFault } from '../http/fault';
import type { Params } from '../http/params';
import { checkChargeAmount, checkedCurrency } from '../objects/balance/currencies';
import { resolvePaymentMethod } from '../objects/customers/payment-methods';
import { newId, randomToken } from '../state/ids';
import type { World } from '../world';

export const CREATE_FIELDS = [
  'amount',
  'currency',
  'application_fee_amount',
  'automatic_payment_methods',
  'capture_method',
  'confirm',
  'confirmation_method',
  'customer',
  'description',
  'off_session',
  'on_behalf_of',
  'payment_method',
  'payment_method_data',
  'payment_method_options',
  'payment_method_types',
  'receipt_email',
  'return_url',
  'setup_future_usage',
  'statement_descriptor_suffix',
  'transfer_data',
  'transfer_group',
  'use_stripe_sdk',
] as const;

function destinationOf(world: World, params: Params): string | null {
  const data = params.object('transfer_data');
  if (!data) return null;
  const id = data.required('destination');
  const account = world.store.find('account', id);
  if (!account) throw noSuch('destination', id, 'transfer_data[destination]');
  if (account.capabilities?.transfers === 'active') return id;
  throw new StripeFault(400, {
    type: 'invalid_request_error',
    code: 'insufficient_capabilities_for_transfer',
    message:
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
  });
}

function onBehalfOf(world: World, params: Params): string | null {
  const id = params.string('on_behalf_of');
  if (!id) return null;
  const account = world.store.get('account', id, 'on_behalf_of');
  if (account.capabilities?.card_payments === 'active') return id;
  throw invalid(
    `The account ${id} needs the card_payments capability to be used with on_behalf_of.`,
    'on_behalf_of',
  );
}

/** The platform's share must fit into the charge and needs somebody to take it from. */
export function checkFee(
  feeMinor: number | undefined,
  amount: number,
  isDestination: boolean,
): void {
  if (feeMinor === undefined) return;
  if (!isDestination) {
    throw invalid(
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
      'application_fee_amount',
    );
  }
  if (feeMinor < 0) throw invalid('Invalid non-negative integer', 'application_fee_amount');
  if (feeMinor > amount) {
    throw invalid(
      'The application_fee_amount must not be larger than the amount',
      'application_fee_amount',
    );
  }
}

function initialMethod(world: World, params: Params): string | null {
  const id = params.string('payment_method');
  return id ? resolvePaymentMethod(world, id).id : null;
}

/** A new intent, not confirmed yet. @throws StripeFault */
export function createIntent(world: World, params: Params): Stripe.PaymentIntent {
  const amount = params.requiredInteger('amount');
  const currency = checkedCurrency(params.required('currency'));
  checkChargeAmount(amount, currency);
  const destination = destinationOf(world, params);
  const feeMinor = params.integer('application_fee_amount');
  checkFee(feeMinor, amount, destination !== null);
  const method = initialMethod(world, params);
  const id = newId('pi');
  const isAutomatic = params.object('automatic_payment_methods')?.boolean('enabled') ?? false;
  const intent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: feeMinor ?? null,
    automatic_payment_methods: isAutomatic ? { allow_redirects: 'always', enabled: true } : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method:
      params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual']) ?? 'automatic',
    client_secret: `${id}_secret_${randomToken(25)}`,
    confirmation_method:
      params.oneOf('confirmation_method', ['automatic', 'manual']) ?? 'automatic',
    created: world.nowSeconds(),
    currency,
    customer: params.string('customer') ?? null,
    customer_account: null,
    description: params.string('description') ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: params.metadata(),
    next_action: null,
    on_behalf_of: onBehalfOf(world, params),
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: params.string('receipt_email') ?? null,
    review: null,
    setup_future_usage: params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: params.string('statement_descriptor_suffix') ?? null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: destination ? { destination } : null,
    transfer_group: params.string('transfer_group') ?? null,
  } satisfies Stripe.PaymentIntent;
  world.store.put('payment_intent', intent);
  world.emit('payment_intent.created', intent);
  return intent;
}
