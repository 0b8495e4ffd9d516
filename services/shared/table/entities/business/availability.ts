import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, model, partitionKey, text } from '../../attributes';

const interval = { start: text, end: text } as const;

/**
 * When a provider works, in the provider's zone: `PROVIDER#id|AVAILABILITY`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | weekly hours and exceptions of a provider | key | 0.5 read units a 4 kB (400 exceptions: some 5) |
 */
export const availabilityEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('availability'),
      attributes: {
        providerId: text,
        timeZone: text,
        rules: {
          type: 'list',
          required: true,
          items: {
            type: 'map',
            properties: {
              days: { type: 'list', items: { type: 'number' }, required: true },
              ...interval,
            },
          },
        },
        overrides: {
          type: 'list',
          required: true,
          items: {
            type: 'map',
            properties: {
              date: text,
              intervals: {
                type: 'list',
                required: true,
                items: { type: 'map', properties: interval },
              },
            },
          },
        },
      },
      indexes: {
        primary: {
          pk: partitionKey('PROVIDER#', 'providerId'),
          sk: fixedSortKey('AVAILABILITY'),
        },
      },
    },
    config,
  );
