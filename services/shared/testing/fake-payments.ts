import { ProblemError } from '../lambda';
import type {
  Charge,
  Dispute,
  Intent,
  IntentRequest,
  MoneyStep,
  Payments,
  Payout,
} from '../payments';

type Kind = 'refund' | 'reversal' | 'fee-refund' | 'transfer';

export interface FakePayments extends Payments {
  /** What was asked for, in order; a repeated step is not listed again. */
  readonly created: IntentRequest[];
  readonly movedBack: (MoneyStep & { movement: Kind })[];
  /** Plays the customer's part: the card is charged, or authorised where it is captured later. */
  pay(intentId: string): Intent;
  /** The next call fails as if Stripe were away. */
  failNext(): void;
  /** Whether the providers' accounts have no money to give back. */
  emptyAccounts(areEmpty: boolean): void;
}

/** Stands in for Stripe: intents in memory, steps that happen once, no money. */
export function fakePayments(): FakePayments {
  const intents = new Map<string, Intent & { isCapturedLater: boolean }>();
  const created: IntentRequest[] = [];
  const movedBack: FakePayments['movedBack'] = [];
  let isAway = false;
  let accountsAreEmpty = false;

  const arrive = () => {
    if (!isAway) return;
    isAway = false;
    throw new ProblemError('UNAVAILABLE');
  };
  const known = (intentId: string) => {
    const intent = intents.get(intentId);
    if (!intent) throw new Error(`No such payment intent: ${intentId}`);
    return intent;
  };
  const charged = (intent: Intent): Intent =>
    Object.assign(intent, { status: 'succeeded', charge: chargeOf(intent) });
  const moveBack = async (movement: Kind, step: MoneyStep) => {
    arrive();
    const id = `${step.planName}:${movement}`;
    const isDone = movedBack.some(
      (done) => done.movement === movement && done.planName === step.planName,
    );
    if (!isDone) movedBack.push({ ...step, movement });
    return { id, amountMinor: step.amountMinor, at: step.plannedAt };
  };

  return {
    created,
    movedBack,
    async createIntent(request) {
      arrive();
      const id = `pi_${request.bookingId}`;
      const existing = intents.get(id);
      if (existing) return existing;
      created.push(request);
      const intent = {
        id,
        bookingId: request.bookingId,
        clientSecret: `${id}_secret`,
        status: 'requires_payment_method',
        amountMinor: request.amountMinor,
        applicationFeeMinor: request.applicationFeeMinor,
        currency: request.currency,
        isCapturedLater: request.isCapturedLater,
      };
      intents.set(id, intent);
      return intent;
    },
    async readIntent(intentId) {
      arrive();
      return { ...known(intentId) };
    },
    async readIntentOfCharge(chargeId) {
      const intentId = chargeId.replace('ch_', '');
      return intents.has(intentId) ? { ...known(intentId) } : undefined;
    },
    async repriceIntent(intentId, price) {
      arrive();
      const intent = known(intentId);
      if (intent.status !== 'requires_payment_method') return undefined;
      return Object.assign(intent, price);
    },
    async cancelIntent(intentId) {
      arrive();
      const intent = known(intentId);
      if (intent.status !== 'succeeded') intent.status = 'canceled';
      return { ...intent };
    },
    async captureIntent(intentId) {
      arrive();
      const intent = known(intentId);
      return intent.status === 'requires_capture' ? charged(intent) : { ...intent };
    },
    refund: (step) => moveBack('refund', step),
    reverseTransfer: async (step) => (accountsAreEmpty ? [] : [await moveBack('reversal', step)]),
    refundApplicationFee: (step) => moveBack('fee-refund', step),
    transferAgain: (step) => moveBack('transfer', step),
    readReturns: async () => ({ refunds: [], failedRefunds: [], feeRefunds: [], reversals: [] }),
    async readDispute(id): Promise<Dispute> {
      throw new Error(`No such dispute: ${id}`);
    },
    async readIntentOfRefund() {
      return undefined;
    },
    async readPayout(id): Promise<Payout> {
      throw new Error(`No such payout: ${id}`);
    },
    async readAccount(id) {
      return { id, chargesEnabled: true, payoutsEnabled: true };
    },
    pay(intentId) {
      const intent = known(intentId);
      if (intent.isCapturedLater) return Object.assign(intent, { status: 'requires_capture' });
      return charged(intent);
    },
    failNext() {
      isAway = true;
    },
    emptyAccounts(areEmpty) {
      accountsAreEmpty = areEmpty;
    },
  };
}

function chargeOf({ id, amountMinor, applicationFeeMinor }: Intent): Charge {
  return {
    id: `ch_${id}`,
    amountMinor,
    refundedMinor: 0,
    createdAt: new Date('2026-06-01T10:05:00.000Z'),
    transfer: { id: `tr_${id}`, amountMinor },
    applicationFee: { id: `fee_${id}`, amountMinor: applicationFeeMinor },
    stripeFee: { id: `txn_${id}`, amountMinor: 180, currency: 'EUR' },
  };
}
