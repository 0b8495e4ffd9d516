export { CURRENCY_CODES, type Currency, currencyOf, isCurrency } from './currencies';
export {
  type Balances,
  balances,
  LEDGER_ENTRY_TYPES,
  LEDGER_FLOWS,
  type LedgerEntryType,
  type LedgerParty,
} from './ledger';
export {
  COMMISSION_BPS,
  GUEST_SURCHARGE_BPS,
  type PriceProblem,
  priceProblem,
  type Quote,
  type QuoteInput,
  quote,
} from './quote';
export {
  type Charged,
  type Held,
  halfOf,
  heldAfter,
  providerShare,
  type RefundShares,
  refundShares,
} from './refunds';
export { type Standing, standing } from './standing';
