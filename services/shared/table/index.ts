export { documentClient } from './client';
export { OUTBOX_TOPICS, type OutboxTopic } from './entities/outbox';
export { PROVIDER_STATES, type ProviderState } from './entities/provider';
export { SERVICE_STATES, type ServiceState } from './entities/service';
export { newId, providerIdOf, serviceIdOf } from './ids';
export { statusShards, TABLE_INDEXES, TABLE_KEY, TTL_ATTRIBUTE, withStatus } from './keys';
export {
  type AvailabilityItem,
  type BookingContactItem,
  type BookingItem,
  type InboxItem,
  type LedgerItem,
  type MarketTable,
  marketTable,
  type OutboxItem,
  type PaymentItem,
  type ProviderItem,
  type ResourceDayItem,
  type ReviewItem,
  type ServiceItem,
  type UserItem,
} from './market-table';
export { type TransactionOutcome, transact, written } from './writes';
