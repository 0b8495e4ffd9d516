/** What a payment form of either kind is given. */
export interface PaymentFormProps {
  clientSecret: string;
  publishableKey: string;
  /** Where the bank sends the customer back to. */
  returnUrl: string;
  submitLabel: string;
  payingLabel: string;
  /** True from sending to the answer; the hold may not be called ended meanwhile. */
  onBusy(isBusy: boolean): void;
  onPaid(): void;
}
