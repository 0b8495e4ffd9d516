import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type EntityItem, Service } from 'electrodb';
import { bookingEntity } from './entities/bookings/booking';
import { bookingContactEntity } from './entities/bookings/booking-contact';
import { ledgerEntity, payoutEntity } from './entities/bookings/ledger';
import { paymentEntity } from './entities/bookings/payment';
import { resourceDayEntity } from './entities/bookings/resource-day';
import { availabilityEntity } from './entities/business/availability';
import { providerEntity } from './entities/business/provider';
import { providerRegionEntity } from './entities/business/provider-region';
import { reviewEntity } from './entities/business/review';
import { serviceEntity } from './entities/business/service';
import { userEntity } from './entities/business/user';
import { attemptsEntity } from './entities/identity/attempts';
import { migratedAccountEntity } from './entities/identity/migrated-account';
import { idempotencyEntity } from './entities/messages/idempotency';
import { inboxEntity } from './entities/messages/inbox';
import { outboxEntity } from './entities/messages/outbox';
import { reconciliationEntity } from './entities/operations/reconciliation';

/**
 * The one table, entity by entity: `table.booking.get({ bookingId }).go()`. What each question costs stands with
 * its entity; whole journeys, as counted without a cache (`bench/units`):
 *
 * | journey | read units | write units |
 * |---|---|---|
 * | home | 0 | 0 |
 * | search | 0 | 0 |
 * | provider | 10.5 | 0 |
 * | slots | 6 | 0 |
 * | booking | 6.5 | 14 |
 * | webhook | 8.5 | 34 |
 */
export function marketTable(client: DynamoDBDocumentClient, tableName: string) {
  const config = { client, table: tableName };
  const entities = {
    user: userEntity(config),
    provider: providerEntity(config),
    providerRegion: providerRegionEntity(config),
    service: serviceEntity(config),
    availability: availabilityEntity(config),
    booking: bookingEntity(config),
    bookingContact: bookingContactEntity(config),
    payment: paymentEntity(config),
    ledger: ledgerEntity(config),
    payout: payoutEntity(config),
    resourceDay: resourceDayEntity(config),
    inbox: inboxEntity(config),
    outbox: outboxEntity(config),
    idempotency: idempotencyEntity(config),
    review: reviewEntity(config),
    attempts: attemptsEntity(config),
    migratedAccount: migratedAccountEntity(config),
    reconciliation: reconciliationEntity(config),
  };
  return { ...entities, client, tableName, transaction: new Service(entities, config).transaction };
}

export type MarketTable = ReturnType<typeof marketTable>;

export type UserItem = EntityItem<MarketTable['user']>;
export type ProviderItem = EntityItem<MarketTable['provider']>;
export type ServiceItem = EntityItem<MarketTable['service']>;
export type AvailabilityItem = EntityItem<MarketTable['availability']>;
export type BookingItem = EntityItem<MarketTable['booking']>;
export type BookingContactItem = EntityItem<MarketTable['bookingContact']>;
export type PaymentItem = EntityItem<MarketTable['payment']>;
export type LedgerItem = EntityItem<MarketTable['ledger']>;
export type PayoutItem = EntityItem<MarketTable['payout']>;
export type ResourceDayItem = EntityItem<MarketTable['resourceDay']>;
export type InboxItem = EntityItem<MarketTable['inbox']>;
export type IdempotencyItem = EntityItem<MarketTable['idempotency']>;
export type OutboxItem = EntityItem<MarketTable['outbox']>;
export type ReconciliationItem = EntityItem<MarketTable['reconciliation']>;
export type MigratedAccountItem = EntityItem<MarketTable['migratedAccount']>;
export type ReviewItem = EntityItem<MarketTable['review']>;
