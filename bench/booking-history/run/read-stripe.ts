import Stripe from 'stripe';
import type { BenchCloud } from '../../support/cloud/boot';
import { grouped } from '../checker/model';
import type { BalanceLine, PaymentLine } from '../history/lines';

const PAGE = 100;

async function all<T>(list: (params: { limit: number }) => AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list({ limit: PAGE })) items.push(item);
  return items;
}

/** Every payment with what it moved, as the stand-in's API tells it. */
export async function readPayments(stripe: Stripe): Promise<PaymentLine[]> {
  const [intents, charges, refunds, transfers, fees] = await Promise.all([
    all((params) => stripe.paymentIntents.list(params)),
    all((params) => stripe.charges.list({ ...params, expand: ['data.balance_transaction'] })),
    all((params) => stripe.refunds.list(params)),
    all((params) => stripe.transfers.list(params)),
    all((params) => stripe.applicationFees.list(params)),
  ]);
  const moved = new Map(
    [...grouped(charges, ({ payment_intent }) => idOf(payment_intent))].map(([intentId, own]) => {
      const ids = new Set(own.map(({ id }) => id));
      return [
        intentId,
        [
          ...own.flatMap(movedByCharge),
          ...refunds.filter(({ charge }) => ids.has(idOf(charge))).map(movement('refund')),
          ...transfers
            .filter(({ source_transaction }) => ids.has(idOf(source_transaction)))
            .flatMap((transfer) => [
              movement('transfer')(transfer),
              ...transfer.reversals.data.map(movement('reversal')),
            ]),
          ...fees
            .filter(({ originating_transaction }) => ids.has(idOf(originating_transaction)))
            .flatMap((fee) => [
              movement('application_fee')(fee),
              ...fee.refunds.data.map(movement('fee_refund')),
            ]),
        ],
      ];
    }),
  );
  return intents.map((intent) => ({
    kind: 'payment',
    intentId: intent.id,
    bookingId: intent.metadata.bookingId ?? '',
    status: intent.status,
    amountMinor: intent.amount,
    currency: intent.currency.toUpperCase(),
    destination: idOf(intent.transfer_data?.destination),
    moved: moved.get(intent.id) ?? [],
  }));
}

/** What is on the platform's account and on those of the providers. */
export async function readBalances(
  stripe: Stripe,
  accounts: readonly string[],
): Promise<BalanceLine[]> {
  const of = async (account: string) => {
    const options = account === 'platform' ? {} : { stripeAccount: account };
    const { available, pending } = await stripe.balance.retrieve({}, options);
    return [...grouped([...available, ...pending], ({ currency }) => currency)].map(
      ([currency, sums]): BalanceLine => ({
        kind: 'balance',
        account,
        currency: currency.toUpperCase(),
        netMinor: sums.reduce((sum, { amount }) => sum + amount, 0),
      }),
    );
  };
  const lines: BalanceLine[] = [];
  for (const account of ['platform', ...accounts]) lines.push(...(await of(account)));
  return lines;
}

/** Asks the stand-in as the operator. */
export function stripeOf({ stripe, stripeSecret }: BenchCloud): Stripe {
  const { hostname, port } = new URL(stripe.url);
  return new Stripe(stripeSecret.STRIPE_SECRET_KEY ?? '', {
    protocol: 'http',
    host: hostname,
    port,
  });
}

const movement = (type: string) => (object: { amount: number }) => ({
  type,
  amountMinor: object.amount,
});

function movedByCharge(charge: Stripe.Charge): PaymentLine['moved'] {
  if (charge.status !== 'succeeded' || !charge.captured) return [];
  const { balance_transaction: balance } = charge;
  const fees = typeof balance === 'object' ? (balance?.fee_details ?? []) : [];
  return [
    { type: 'charge', amountMinor: charge.amount_captured },
    ...fees.filter(({ type }) => type === 'stripe_fee').map(movement('stripe_fee')),
  ];
}

function idOf(reference: string | { id: string } | null | undefined): string {
  return typeof reference === 'string' ? reference : (reference?.id ?? '');
}
