import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, model, optionalText, partitionKey, text } from '../../attributes';

/**
 * The region that writes a provider's bookings and claims: `PROVIDER#id|REGION`, an item of its own, so
 * that no change of a profile in another region can put an older one in its place.
 *
 * | question | by | cost |
 * |---|---|---|
 * | may this region write? | condition in the booking's transaction, where a stage has more than one region | 2 write units |
 * | where does a provider stand? | key, strongly consistent | 1 read unit |
 * | one step of a move | conditional put | 1 write unit |
 */
export const providerRegionEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('providerRegion'),
      attributes: { providerId: text, region: text, movesTo: optionalText, changedAt: text },
      indexes: {
        primary: { pk: partitionKey('PROVIDER#', 'providerId'), sk: fixedSortKey('REGION') },
      },
    },
    config,
  );
