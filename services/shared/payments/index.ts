export type { Account, Charge, Intent, IntentRequest, Payments, RefundStep } from './port';
export { stripeClient } from './stripe-client';
export { stripePayments } from './stripe-payments';
