/** A PaymentIntent as the marketplace sees it. */
export interface Intent {
  id: string;
  /** From its metadata; absent for payments that are not ours. */
  bookingId?: string;
  clientSecret: string;
  /** Stripe's own word: `requires_payment_method`, `requires_capture`, `succeeded`, `canceled`, … */
  status: string;
  amountMinor: number;
  applicationFeeMinor: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** The successful charge, once there is one. */
  charge?: Charge;
}

/** What a successful charge moved, each movement with its Stripe id. */
export interface Charge {
  id: string;
  amountMinor: number;
  createdAt: Date;
  /** What went back to the customer by refunds, ours and others. */
  refundedMinor: number;
  transfer?: { id: string; amountMinor: number };
  applicationFee?: { id: string; amountMinor: number };
  /** What Stripe keeps, in the currency of the platform's balance. */
  stripeFee?: { id: string; amountMinor: number; currency: string };
}

export interface IntentRequest {
  bookingId: string;
  amountMinor: number;
  /** Absolute, never a percentage of the charge. */
  applicationFeeMinor: number;
  currency: string;
  /** The provider's connected account. */
  destination: string;
  /** Authorises the card now and charges it when the provider accepts. */
  isCapturedLater: boolean;
}

/** One step of moving money after the charge, named so that repeating it does nothing. */
export interface MoneyStep {
  bookingId: string;
  intentId: string;
  /** Of the plan it belongs to, unique among all; its movements at Stripe are named after it. */
  planName: string;
  amountMinor: number;
  /** Before this nothing was tried; Stripe forgets what it did after a day. */
  plannedAt: Date;
}

/** What moved, as Stripe keeps it. */
export interface Movement {
  id: string;
  amountMinor: number;
  at: Date;
}

/** What went back of a charge. */
export interface Returned extends Movement {
  /** The plan that asked for it; absent for what was done in Stripe's dashboard. */
  planName?: string;
}

/** A refund that the customer's bank sent back, to the platform's balance. */
export interface FailedRefund {
  refundId: string;
  /** What came back, under the id of its own movement. */
  returned: Movement;
}

/** Everything that went back of a charge so far. */
export interface Returns {
  refunds: Returned[];
  failedRefunds: FailedRefund[];
  feeRefunds: Returned[];
  reversals: Returned[];
}

/** A dispute by the state it has now. */
export interface Dispute {
  id: string;
  intentId?: string;
  /** An `inquiry` moves no money yet. */
  state: 'inquiry' | 'open' | 'won' | 'lost';
  amountMinor: number;
  currency: string;
  respondBy?: Date;
  /** What the bank took, and what Stripe takes for it in the currency of the platform's balance. */
  withdrawn?: Movement & { fee: { amountMinor: number; currency: string } };
  /** What came back after it was won. */
  reinstated?: Movement;
}

/** What a connected account's bank was sent. */
export interface Payout extends Movement {
  currency: string;
  /** When it could not be delivered and came back. */
  returned?: Movement;
}

export interface Account {
  id: string;
  /** From its metadata. */
  providerId?: string;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
}

/** What the marketplace asks of Stripe. Every step may be repeated: it happens once. */
export interface Payments {
  createIntent(request: IntentRequest): Promise<Intent>;
  readIntent(intentId: string): Promise<Intent>;
  /** The intent a charge belongs to; undefined for a charge without one. */
  readIntentOfCharge(chargeId: string): Promise<Intent | undefined>;
  /** Lowers the price before anybody paid; undefined when it is too late for that. */
  repriceIntent(
    intentId: string,
    price: { amountMinor: number; applicationFeeMinor: number },
  ): Promise<Intent | undefined>;
  /** Cancels it if that is still possible, and answers what it is now. */
  cancelIntent(intentId: string): Promise<Intent>;
  /** Charges an authorised card if that is still possible, and answers what it is now. */
  captureIntent(intentId: string): Promise<Intent>;
  /** Undefined when Stripe gives nothing back: the charge is disputed, or was refunded meanwhile. */
  refund(step: MoneyStep): Promise<Movement | undefined>;
  /** Takes money back from the provider; less than asked for when the account has not got it. */
  reverseTransfer(step: MoneyStep): Promise<Movement[]>;
  refundApplicationFee(step: MoneyStep): Promise<Movement>;
  /** Gives the provider again what was taken back. */
  transferAgain(step: MoneyStep & { destination: string; currency: string }): Promise<Movement>;
  readReturns(intentId: string): Promise<Returns>;
  readDispute(disputeId: string): Promise<Dispute>;
  /** The intent whose charge a refund gave back. */
  readIntentOfRefund(refundId: string): Promise<Intent | undefined>;
  readPayout(payoutId: string, accountId: string): Promise<Payout>;
  readAccount(accountId: string): Promise<Account>;
}
