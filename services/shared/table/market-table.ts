import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type EntityItem, Service } from 'electrodb';
import { availabilityEntity } from './entities/availability';
import { bookingEntity } from './entities/booking';
import { bookingContactEntity } from './entities/booking-contact';
import { idempotencyEntity } from './entities/idempotency';
import { inboxEntity } from './entities/inbox';
import { ledgerEntity } from './entities/ledger';
import { outboxEntity } from './entities/outbox';
import { paymentEntity } from './entities/payment';
import { providerEntity } from './entities/provider';
import { resourceDayEntity } from './entities/resource-day';
import { reviewEntity } from './entities/review';
import { serviceEntity } from './entities/service';
import { userEntity } from './entities/user';

/** The one table, entity by entity: `table.booking.get({ bookingId }).go()`. */
export function marketTable(client: DynamoDBDocumentClient, tableName: string) {
  const config = { client, table: tableName };
  const entities = {
    user: userEntity(config),
    provider: providerEntity(config),
    service: serviceEntity(config),
    availability: availabilityEntity(config),
    booking: bookingEntity(config),
    bookingContact: bookingContactEntity(config),
    payment: paymentEntity(config),
    ledger: ledgerEntity(config),
    resourceDay: resourceDayEntity(config),
    inbox: inboxEntity(config),
    outbox: outboxEntity(config),
    idempotency: idempotencyEntity(config),
    review: reviewEntity(config),
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
export type ResourceDayItem = EntityItem<MarketTable['resourceDay']>;
export type InboxItem = EntityItem<MarketTable['inbox']>;
export type OutboxItem = EntityItem<MarketTable['outbox']>;
export type ReviewItem = EntityItem<MarketTable['review']>;
