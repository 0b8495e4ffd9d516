import { Entity, type EntityConfiguration } from 'electrodb';
import {
  expiresAtSeconds,
  fixedSortKey,
  integer,
  model,
  optionalText,
  partitionKey,
  text,
} from '../../attributes';

/**
 * A client's write by its `Idempotency-Key`: `IDEMPOTENCY#hash|REQUEST`, kept for 24 hours.
 *
 * | question | by | cost |
 * |---|---|---|
 * | begin a write unless it is known | conditional put | 1 write unit |
 * | keep its answer | update | 1 write unit a kB |
 */
export const idempotencyEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('idempotency'),
      attributes: {
        /** Hash of who asked, what for and their key. */
        keyHash: text,
        bodyHash: text,
        /** What the write's creations are named after, whichever attempt makes them. */
        operationId: text,
        /** Epoch milliseconds until which an unfinished write keeps others out. */
        lockedUntilMs: integer,
        answerStatus: { type: 'number' },
        answerBody: optionalText,
        answerType: optionalText,
        expiresAtSeconds,
      },
      indexes: {
        primary: {
          pk: partitionKey('IDEMPOTENCY#', 'keyHash'),
          sk: fixedSortKey('REQUEST'),
        },
      },
    },
    config,
  );
