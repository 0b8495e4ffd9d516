import { Entity, type EntityConfiguration } from 'electrodb';
import {
  expiresAtSeconds,
  fixedSortKey,
  integer,
  model,
  partitionKey,
  text,
} from '../../attributes';

/**
 * How often something was tried in a stretch of time: `ATTEMPTS#hash|COUNT`, gone when it is over.
 * The hash covers who tried what and the stretch, so that nothing here names anybody.
 *
 * | question | by | cost |
 * |---|---|---|
 * | count one more unless it is too many | conditional update | 1 write unit |
 */
export const attemptsEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('attempts'),
      attributes: { attemptHash: text, count: integer, expiresAtSeconds },
      indexes: {
        primary: {
          pk: partitionKey('ATTEMPTS#', 'attemptHash'),
          sk: fixedSortKey('COUNT'),
        },
      },
    },
    config,
  );
