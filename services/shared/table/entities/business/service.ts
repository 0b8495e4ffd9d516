import { Entity, type EntityConfiguration } from 'electrodb';
import { CANCELLATION_POLICIES } from '../../../../domain/policy';
import { attributeKey, flag, integer, model, partitionKey, sortKey, text } from '../../attributes';

const SERVICE_STATES = ['draft', 'active', 'paused'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/**
 * Something a provider sells: `PROVIDER#id|SERVICE#id`; the service's id begins with the provider's.
 * Set `state` and `status` together with `withStatus('SERVICE', …)`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | one service, strongly consistent | key | 1 read unit |
 * | a provider's services | key prefix | 0.5 a 4 kB page |
 * | all services in a state | GSI2, 16 shards in parallel | 0.5 a 4 kB page, 8 at least |
 */
export const serviceEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('service'),
      attributes: {
        serviceId: text,
        providerId: text,
        title: text,
        description: text,
        category: text,
        priceMinor: integer,
        currency: text,
        durationMin: integer,
        stepMin: integer,
        bufferBefore: integer,
        bufferAfter: integer,
        minNoticeMin: integer,
        capacity: integer,
        policy: { type: CANCELLATION_POLICIES, required: true },
        requiresApproval: flag,
        /** A booking takes one of these; by default the provider itself. */
        resourceIds: { type: 'list', items: { type: 'string' }, required: true },
        /** How far ahead slots are offered; the marketplace's default when absent. */
        horizonDays: { type: 'number' },
        state: { type: SERVICE_STATES, required: true },
        status: text,
        createdAt: text,
      },
      indexes: {
        primary: {
          pk: partitionKey('PROVIDER#', 'providerId'),
          sk: sortKey('SERVICE#', 'serviceId'),
        },
        byStatus: { index: 'GSI2', pk: attributeKey('status') },
      },
    },
    config,
  );
