import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, model, optionalText, partitionKey, text } from '../../attributes';

/**
 * Somebody who had an account before the marketplace moved here and has not signed in since:
 * `ACCOUNT#emailHash|MIGRATED`. Gone, hash of the password and all, once they have.
 *
 * | question | by | cost |
 * |---|---|---|
 * | who had an account under an address | key | 0.5 read units |
 */
export const migratedAccountEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('migratedAccount'),
      attributes: {
        emailHash: text,
        /** The id before; profile, bookings and business stand under it until they are taken over. */
        formerUserId: text,
        email: text,
        name: text,
        /** bcrypt; absent for who had no password. */
        passwordHash: optionalText,
      },
      indexes: {
        primary: {
          pk: partitionKey('ACCOUNT#', 'emailHash'),
          sk: fixedSortKey('MIGRATED'),
        },
      },
    },
    config,
  );
