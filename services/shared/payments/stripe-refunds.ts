import type Stripe from 'stripe';
import type { MoneyStep, Movement, Payments } from './port';
import { INTENT_EXPANSIONS, idOf, objectOf } from './read-intent';
import { reachable, underKey, unlessRefused } from './stripe-client';

/** Stripe keeps idempotency keys for a day; an older step is looked up before it is repeated. */
const KEY_LIFETIME_MS = 23 * 3600 * 1000;
const LIST_LIMIT = 100;
const NO_MONEY = ['balance_insufficient', 'insufficient_funds'];
const NOT_REFUNDABLE = ['charge_already_refunded', 'charge_disputed'];

type Refunds = Pick<
  Payments,
  'refund' | 'reverseTransfer' | 'refundApplicationFee' | 'transferAgain'
>;

/** The movements after a charge, each on its own so that the shares are exactly ours. */
export function stripeRefunds(stripe: Stripe): Refunds {
  const chargeOf = async ({ intentId }: MoneyStep) => {
    const read = stripe.paymentIntents.retrieve(intentId, { expand: INTENT_EXPANSIONS });
    const charge = objectOf((await reachable(read)).latest_charge);
    if (!charge?.captured) throw new Error(`The payment ${intentId} was never charged`);
    return charge;
  };
  const transferOf = async (step: MoneyStep) => {
    const transfer = objectOf((await chargeOf(step)).transfer);
    if (!transfer) throw new Error(`The payment ${step.intentId} was never transferred`);
    return transfer;
  };

  return {
    async refund(step) {
      const { intentId: payment_intent, amountMinor: amount } = step;
      const list = () => stripe.refunds.list({ payment_intent });
      const done = await lookUp(step, 'refund', list);
      if (done) return done;
      const refund = carryOut(step, 'refund', list, (options) =>
        stripe.refunds.create(
          { payment_intent, amount, metadata: metadataOf(step, 'refund') },
          options,
        ),
      );
      const made = await unlessRefused(
        refund,
        ({ code = '', param }) => NOT_REFUNDABLE.includes(code) || param === 'amount',
      );
      return made && movementOf(made);
    },
    async refundApplicationFee(step) {
      const { application_fee: fee } = await chargeOf(step);
      if (fee === null) throw new Error(`The payment ${step.intentId} had no application fee`);
      const list = () => stripe.applicationFees.listRefunds(idOf(fee), { limit: LIST_LIMIT });
      const done = await lookUp(step, 'fee-refund', list);
      if (done) return done;
      const refund = carryOut(step, 'fee-refund', list, (options) =>
        stripe.applicationFees.createRefund(
          idOf(fee),
          { amount: step.amountMinor, metadata: metadataOf(step, 'fee-refund') },
          options,
        ),
      );
      return movementOf(await reachable(refund));
    },
    async reverseTransfer(step) {
      return reverseTransfers(stripe, step, await transferOf(step));
    },
    async transferAgain({ destination, currency, ...step }) {
      const { transfer_group: group } = await transferOf(step);
      const ofGroup = group === null ? {} : { transfer_group: group };
      const list = () => stripe.transfers.list({ destination, ...ofGroup });
      const done = await lookUp(step, 'transfer', list);
      if (done) return done;
      const transfer = carryOut(step, 'transfer', list, (options) =>
        stripe.transfers.create(
          {
            destination,
            currency: currency.toLowerCase(),
            amount: step.amountMinor,
            ...ofGroup,
            metadata: metadataOf(step, 'transfer'),
          },
          options,
        ),
      );
      return movementOf(await reachable(transfer));
    },
  };
}

/**
 * Reverses the charge's transfer and, where that has not enough left, those that followed a dispute
 * that was won. What an earlier attempt reversed counts.
 */
async function reverseTransfers(
  stripe: Stripe,
  step: MoneyStep,
  first: Stripe.Transfer,
): Promise<Movement[]> {
  const isEnough = first.amount - first.amount_reversed >= step.amountMinor;
  if (isEnough && isRemembered(step)) {
    const made = await reverse(stripe, step, first.id, step.amountMinor, nameOf(step, 'reversal'));
    return made ? [made] : [];
  }
  const transfers = await transfersAfter(stripe, first);
  const done: Movement[] = [];
  for (const { id } of transfers) done.push(...(await reversalsBy(stripe, step, id)));
  let restMinor = step.amountMinor - sumOf(done);
  for (const transfer of transfers) {
    const amountMinor = Math.min(restMinor, transfer.amount - transfer.amount_reversed);
    if (amountMinor <= 0) continue;
    const name = `${nameOf(step, 'reversal')}:${transfer.id}`;
    const made = await reverse(stripe, step, transfer.id, amountMinor, name);
    if (!made) break;
    done.push(made);
    restMinor -= amountMinor;
  }
  return done;
}

async function reverse(
  stripe: Stripe,
  step: MoneyStep,
  transferId: string,
  amountMinor: number,
  idempotencyKey: string,
): Promise<Movement | undefined> {
  const reversal = underKey(
    idempotencyKey,
    (options) =>
      stripe.transfers.createReversal(
        transferId,
        { amount: amountMinor, metadata: metadataOf(step, 'reversal') },
        options,
      ),
    () =>
      find(step, 'reversal', () =>
        stripe.transfers.listReversals(transferId, { limit: LIST_LIMIT }),
      ),
  );
  const made = await unlessRefused(reversal, ({ code = '' }) => NO_MONEY.includes(code));
  return made && movementOf(made);
}

/** A charge's transfer and those made again for it, in the order they were made. */
async function transfersAfter(stripe: Stripe, first: Stripe.Transfer): Promise<Stripe.Transfer[]> {
  if (first.transfer_group === null) return [first];
  const { transfer_group } = first;
  const { data } = await reachable(stripe.transfers.list({ transfer_group, limit: LIST_LIMIT }));
  return data.toReversed();
}

async function reversalsBy(
  stripe: Stripe,
  step: MoneyStep,
  transferId: string,
): Promise<Movement[]> {
  const listed = stripe.transfers.listReversals(transferId, { limit: LIST_LIMIT });
  return (await reachable(listed)).data
    .filter(({ metadata }) => metadata?.step === nameOf(step, 'reversal'))
    .map(movementOf);
}

interface StripeMovement {
  id: string;
  amount: number;
  created: number;
  metadata: Stripe.Metadata | null;
}

type List = () => PromiseLike<{ data: readonly StripeMovement[] }> & AsyncIterable<StripeMovement>;

/** What Stripe has of a step that is older than its memory. */
async function lookUp(
  step: MoneyStep,
  movement: string,
  list: List,
): Promise<Movement | undefined> {
  const listed = isRemembered(step) ? undefined : await find(step, movement, list);
  return listed && movementOf(listed);
}

async function find(
  step: MoneyStep,
  movement: string,
  list: List,
): Promise<StripeMovement | undefined> {
  for await (const listed of list()) {
    if (listed.metadata?.step === nameOf(step, movement)) return listed;
  }
  return undefined;
}

/** Does a step under its name, once. */
function carryOut(
  step: MoneyStep,
  movement: string,
  list: List,
  call: (options: Stripe.RequestOptions) => Promise<StripeMovement>,
): Promise<StripeMovement> {
  return underKey(nameOf(step, movement), call, () => find(step, movement, list));
}

function isRemembered({ plannedAt }: MoneyStep): boolean {
  return Date.now() - plannedAt.getTime() < KEY_LIFETIME_MS;
}

/** Stripe's object in the words of the marketplace. */
export function movementOf({ id, amount, created }: Omit<StripeMovement, 'metadata'>): Movement {
  return { id, amountMinor: amount, at: new Date(created * 1000) };
}

function sumOf(movements: readonly Movement[]): number {
  return movements.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

function metadataOf(step: MoneyStep, movement: string): Stripe.MetadataParam {
  return { bookingId: step.bookingId, plan: step.planName, step: nameOf(step, movement) };
}

function nameOf({ planName }: MoneyStep, movement: string): string {
  return `${planName}:${movement}`;
}
