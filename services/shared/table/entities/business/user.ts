import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, model, optionalText, partitionKey, text } from '../../attributes';

/**
 * A person with an account: `USER#id|PROFILE`. The one place, beside booking contacts, for personal data.
 *
 * | question | by | cost |
 * |---|---|---|
 * | who is this user, which provider do they run | key | 0.5 read units |
 */
export const userEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('user'),
      attributes: {
        userId: text,
        email: text,
        name: text,
        /** The business this person runs. */
        providerId: optionalText,
        createdAt: text,
      },
      indexes: {
        primary: {
          pk: partitionKey('USER#', 'userId'),
          sk: fixedSortKey('PROFILE'),
        },
      },
    },
    config,
  );
