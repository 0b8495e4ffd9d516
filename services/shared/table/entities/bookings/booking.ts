import { Entity, type EntityConfiguration } from 'electrodb';
import { CANCELLATION_POLICIES } from '../../../../domain/policy';
import { BOOKING_STATES } from '../../../../domain/process';
import {
  attributeKey,
  fixedSortKey,
  flag,
  integer,
  model,
  optionalText,
  partitionKey,
  text,
} from '../../attributes';

const DISPUTE_STATES = ['inquiry', 'open', 'won', 'lost'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

const moneyPlan = {
  type: 'map',
  properties: {
    /** Unique among all plans; what is done at Stripe for it is named after it. */
    name: text,
    kind: {
      type: ['refund', 'foreign_refund', 'failed_refund', 'dispute', 'dispute_won'],
      required: true,
    },
    amountMinor: integer,
    /** The refund or dispute at Stripe that it is about; empty for a refund that is yet to be made. */
    stripeId: text,
    plannedAt: text,
  },
} as const;

/**
 * One booking with the terms it was made on: `BOOKING#id|METADATA`. No personal data.
 * Set `state` and `status` together with `withStatus('BOOKING', …)`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | one booking, strongly consistent | key | 1 read unit |
 * | all items of a booking (contact, payments, ledger) | partition | 0.5 a 4 kB page |
 * | a customer's bookings by start | GSI5 | 0.5 a 4 kB page of some 4 |
 * | a provider's bookings by start | GSI4 | 0.5 a 4 kB page of some 4 |
 * | bookings in a state (the sweeper) | GSI2, 16 shards in parallel | 8 at least; those confirmed, hourly: 0.5 a 4 kB page of some 4 |
 * | hold a slot: booking under 1 kB, one date, contact | one transaction | 6 write units, 2 more an index: GSI2, GSI3, GSI4; with an account GSI3 again and GSI5 |
 */
export const bookingEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('booking'),
      attributes: {
        bookingId: text,
        state: { type: BOOKING_STATES, required: true },
        status: text,
        /** Counts the writes; who changes the booking must find the version that was read. */
        version: integer,
        /** The client's write that changed it last. */
        lastOperationId: optionalText,
        /** The visitor's request that changed it last. */
        correlationId: optionalText,
        /** Absent until a guest's booking is claimed by an account. */
        customerId: optionalText,
        isGuest: flag,
        providerId: text,
        serviceId: text,
        resourceId: text,
        startsAt: text,
        endsAt: text,
        seats: integer,
        serviceTitle: text,
        providerName: text,
        providerSlug: text,
        timeZone: text,
        address: optionalText,
        bufferBefore: integer,
        bufferAfter: integer,
        capacity: integer,
        policy: { type: CANCELLATION_POLICIES, required: true },
        requiresApproval: flag,
        baseMinor: integer,
        surchargeMinor: integer,
        totalMinor: integer,
        providerNetMinor: integer,
        applicationFeeMinor: integer,
        currency: text,
        /** What the customer is to get back in all, and what has gone back so far. */
        refundDueMinor: integer,
        refundDueAt: optionalText,
        refundedMinor: integer,
        /** What the customer's bank took back by disputes that are open or lost. */
        disputedMinor: { type: 'number' },
        /** The newest dispute's; absent where there was none. */
        disputeState: { type: DISPUTE_STATES },
        /** Until when the newest dispute can be answered. */
        disputeRespondBy: optionalText,
        /** The movement of money that is under way; no other begins before it has ended. */
        moneyPlan,
        /** The connected account the money goes to. */
        stripeAccountId: text,
        /** Noted with what was paid or authorised; `paymentOf` knows it before. */
        paymentIntentId: optionalText,
        /** When an unpaid hold or an unanswered request stops blocking the slot. */
        expiresAt: optionalText,
        /** Another time that the provider has proposed and nobody has answered. */
        proposedStart: optionalText,
        proposedEnd: optionalText,
        paidAt: optionalText,
        reviewedAt: optionalText,
        createdAt: text,
        updatedAt: text,
      },
      indexes: {
        primary: {
          pk: partitionKey('BOOKING#', 'bookingId'),
          sk: fixedSortKey('METADATA'),
        },
        byStatus: { index: 'GSI2', pk: attributeKey('status') },
        byProvider: {
          index: 'GSI4',
          pk: attributeKey('providerId'),
          sk: attributeKey('startsAt'),
        },
        byCustomer: {
          index: 'GSI5',
          pk: attributeKey('customerId'),
          sk: attributeKey('startsAt'),
        },
      },
    },
    config,
  );
