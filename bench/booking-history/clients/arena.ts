import type { MarketTable, ServiceItem } from '../../../services/shared/table';
import { aProvider, aService } from '../../../services/shared/testing';
import type { BenchCloud } from '../../support/cloud/boot';
import type { HistoryFile } from '../history/file';
import type { Dice } from './random';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ALWAYS = [{ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '24:00' }];

/** How services of one provider are fought for. */
export type ArenaKind = 'one-slot' | 'overtaken' | (typeof SIDE_ARENAS)[number];

export const SIDE_ARENAS = ['overlap', 'seats', 'resources', 'approval'] as const;

/** A fresh provider whose services customers fight for. */
export interface Arena {
  kind: ArenaKind;
  ownerUserId: string;
  services: readonly [ServiceItem, ...ServiceItem[]];
  starts: readonly [string, ...string[]];
}

interface Plan {
  services: Partial<ServiceItem>[];
  resources: number;
  /** Minutes after 21:00 UTC; those after 180 are on the next date. */
  startMinutes: number[];
}

const PLANS: Record<ArenaKind, Plan> = {
  'one-slot': { services: [{}], resources: 1, startMinutes: [0] },
  overtaken: { services: [{}], resources: 1, startMinutes: [0, 60, 120] },
  overlap: {
    services: [
      { durationMin: 30 },
      { durationMin: 60, bufferBefore: 15, bufferAfter: 15 },
      { durationMin: 90, bufferAfter: 30 },
    ],
    resources: 1,
    startMinutes: [0, 15, 30, 60, 90, 120, 150, 165, 180, 210],
  },
  seats: {
    services: [{ capacity: 6 }, { durationMin: 30 }],
    resources: 1,
    startMinutes: [0, 60, 180],
  },
  resources: { services: [{ bufferAfter: 15 }], resources: 2, startMinutes: [0, 30, 60, 75] },
  approval: { services: [{ requiresApproval: true }], resources: 1, startMinutes: [0, 60, 150] },
};

/** Days ahead at which each policy gives back all, half or nothing. */
const TERMS = [
  { policy: 'flexible', daysAhead: 30 },
  { policy: 'flexible', daysAhead: 12 },
  { policy: 'moderate', daysAhead: 3 },
  { policy: 'strict', daysAhead: 10 },
  { policy: 'strict', daysAhead: 5 },
] as const;

/** Opens a provider's business, and writes down what it sells. */
export async function openArena(
  { table, stripe }: Pick<BenchCloud, 'table' | 'stripe'>,
  history: HistoryFile,
  kind: ArenaKind,
  random: Dice,
): Promise<Arena> {
  const { services: planned, resources, startMinutes } = PLANS[kind];
  const provider = await aProvider(table, {}, { rules: ALWAYS });
  const { providerId, ownerUserId, stripeAccountId = '' } = provider;
  stripe.controls.addAccounts([{ id: stripeAccountId, country: 'DE', currency: 'eur' }]);
  await putOwner(table, ownerUserId, providerId);

  const { policy, daysAhead } = random.oneOf(TERMS);
  const resourceIds = Array.from({ length: resources }, (_, index) => `${providerId}-r${index}`);
  const services = await Promise.all(
    planned.map((changes) =>
      aService(table, provider, {
        stepMin: 15,
        priceMinor: random.between(50, 30_000),
        policy,
        resourceIds,
        ...changes,
      }),
    ),
  );
  for (const service of services) {
    const { serviceId, durationMin, bufferBefore, bufferAfter, capacity, priceMinor } = service;
    history.write({
      kind: 'service',
      ...{ serviceId, providerId, stripeAccountId, resourceIds, durationMin, bufferBefore },
      ...{ bufferAfter, capacity, priceMinor, currency: service.currency, policy },
      requiresApproval: service.requiresApproval,
    });
  }
  const eveningMs = Math.floor(Date.now() / DAY_MS + daysAhead) * DAY_MS + 21 * 60 * MINUTE_MS;
  const starts = startMinutes.map((min) => new Date(eveningMs + min * MINUTE_MS).toISOString());
  return {
    kind,
    ownerUserId,
    services: services as [ServiceItem, ...ServiceItem[]],
    starts: starts as [string, ...string[]],
  };
}

async function putOwner(table: MarketTable, userId: string, providerId: string): Promise<void> {
  const [email, createdAt] = [`${userId}@history.test`, new Date().toISOString()];
  await table.user.put({ userId, providerId, email, name: 'Owner', createdAt }).go();
}
