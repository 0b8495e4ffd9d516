import { Entity, type EntityConfiguration } from 'electrodb';
import { MARKET_CODES } from '../../../../domain/markets';
import {
  attributeKey,
  fixedSortKey,
  flag,
  integer,
  model,
  optionalText,
  partitionKey,
  place,
  text,
} from '../../attributes';

const PROVIDER_STATES = ['draft', 'active', 'suspended'] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

/**
 * A business: `PROVIDER#id|METADATA`. Set `state` and `status` together with `withStatus('PROVIDER', …)`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | one provider | key | 0.5–1 read units |
 * | the provider of a slug | GSI1 | 0.5–1 |
 * | all providers in a state | GSI2, 16 shards in parallel | 0.5 a 4 kB page, 8 at least |
 */
export const providerEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('provider'),
      attributes: {
        providerId: text,
        slug: text,
        ownerUserId: text,
        name: text,
        headline: text,
        about: text,
        state: { type: PROVIDER_STATES, required: true },
        status: text,
        verified: flag,
        market: { type: MARKET_CODES, required: true },
        currency: text,
        timeZone: text,
        place,
        languages: { type: 'list', items: { type: 'string' }, required: true },
        /** `YYYY-MM-DD` */
        memberSince: text,
        /** Sum of all stars; the rating is `ratingSum / ratingCount`. */
        ratingSum: integer,
        ratingCount: integer,
        bookingsCount: integer,
        stripeAccountId: optionalText,
        /** When an account was first asked for: it may exist though its id never arrived. */
        stripeAccountAskedAt: optionalText,
        chargesEnabled: flag,
        payoutsEnabled: flag,
      },
      indexes: {
        primary: {
          pk: partitionKey('PROVIDER#', 'providerId'),
          sk: fixedSortKey('METADATA'),
        },
        bySlug: { index: 'GSI1', pk: attributeKey('slug') },
        byStatus: { index: 'GSI2', pk: attributeKey('status') },
      },
    },
    config,
  );
