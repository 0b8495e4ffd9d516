export { documentClient } from './client';
export type { DisputeState } from './entities/bookings/booking';
export { emailHashOf } from './entities/bookings/booking-contact';
export type { ProviderState } from './entities/business/provider';
export type { ServiceState } from './entities/business/service';
export type { OutboxTopic } from './entities/messages/outbox';
export { newId, providerIdOf, serviceIdOf } from './ids';
export { ledgerShards, statusShards, TABLE_INDEXES, TABLE_KEY, withStatus } from './keys';
export {
  type AvailabilityItem,
  type BookingContactItem,
  type BookingItem,
  type IdempotencyItem,
  type InboxItem,
  type LedgerItem,
  type MarketTable,
  type MigratedAccountItem,
  marketTable,
  type OutboxItem,
  type PaymentItem,
  type PayoutItem,
  type ProviderItem,
  type ReconciliationItem,
  type ResourceDayItem,
  type ReviewItem,
  type ServiceItem,
  type UserItem,
} from './market-table';
export { type TransactionOutcome, transact, written } from './writes';
