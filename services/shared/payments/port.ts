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

/** One step of a refund, named so that repeating it does nothing. */
export interface RefundStep {
  bookingId: string;
  intentId: string;
  /** What had been refunded before: distinguishes the refunds of one booking. */
  refundedBeforeMinor: number;
  amountMinor: number;
  /** When the refund was first due; Stripe forgets what it did after a day. */
  dueSince: Date;
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
  refund(step: RefundStep): Promise<{ id: string }>;
  /** Takes money back from the provider; undefined when the account has not got it. */
  reverseTransfer(step: RefundStep): Promise<{ id: string } | undefined>;
  refundApplicationFee(step: RefundStep): Promise<{ id: string }>;
  readAccount(accountId: string): Promise<Account>;
}
