import { Entity, type EntityConfiguration } from 'electrodb';
import {
  expiresAtSeconds,
  fixedSortKey,
  model,
  optionalText,
  partitionKey,
  text,
} from '../../attributes';

/** What the booking-processor is asked to do after a booking has changed. */
const OUTBOX_TOPICS = [
  'booking.requested',
  'booking.confirmed',
  'booking.cancelled',
  'booking.declined',
  'booking.unanswered',
  'booking.rescheduled',
  'booking.move_proposed',
  'booking.move_declined',
  'booking.released',
  'booking.refunded',
] as const;
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];

/**
 * Work that follows from a write, in the same transaction as it: `OUTBOX#id|MESSAGE`.
 * It names the region that wrote it: only that region's consumer acts on it. No personal data.
 *
 * | question | by | cost |
 * |---|---|---|
 * | ask for the work | put in the transaction | 2 write units |
 * | note that it is done | update | 1 write unit |
 */
export const outboxEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('outbox'),
      attributes: {
        messageId: text,
        region: text,
        topic: { type: OUTBOX_TOPICS, required: true },
        bookingId: text,
        /** The visitor's request that all this began with. */
        correlationId: optionalText,
        createdAt: text,
        doneAt: optionalText,
        expiresAtSeconds,
      },
      indexes: {
        primary: {
          pk: partitionKey('OUTBOX#', 'messageId'),
          sk: fixedSortKey('MESSAGE'),
        },
      },
    },
    config,
  );
