export type {
  Account,
  Charge,
  Dispute,
  Intent,
  IntentRequest,
  MoneyStep,
  Movement,
  Payments,
  Payout,
  Returned,
  Returns,
} from './port';
export { stripeClient } from './stripe-client';
export { stripePayments } from './stripe-payments';
