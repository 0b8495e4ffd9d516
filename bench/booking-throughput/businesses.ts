import { aProvider, aService } from '../../services/shared/testing';
import type { BenchCloud } from '../support/cloud/boot';

/** A free time of a service. */
export interface Offer {
  serviceId: string;
  start: string;
}

const BUSINESSES = 64;
const DURATION_MIN = 30;
const STARTS_PER_DAY = 48;
const DAY_MS = 86_400_000;
const ALWAYS = [{ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '24:00' }];

/** Opens businesses with enough free times, and lists them in turn: neighbours in the list are of different ones. */
export async function createBusinesses(
  { table, stripe }: Pick<BenchCloud, 'table' | 'stripe'>,
  count: number,
): Promise<Offer[]> {
  const serviceIds: string[] = [];
  for (let index = 0; index < BUSINESSES; index++) {
    const provider = await aProvider(table, {}, { rules: ALWAYS });
    const { stripeAccountId: id = '' } = provider;
    stripe.controls.addAccounts([{ id, country: 'DE', currency: 'eur' }]);
    const times = { durationMin: DURATION_MIN, stepMin: DURATION_MIN };
    serviceIds.push((await aService(table, provider, times)).serviceId);
  }
  const tomorrowMs = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  return Array.from({ length: count }, (_, index) => {
    const place = Math.floor(index / BUSINESSES);
    const startMs = tomorrowMs + place * (DAY_MS / STARTS_PER_DAY);
    return {
      serviceId: serviceIds[index % BUSINESSES] ?? '',
      start: new Date(startMs).toISOString(),
    };
  });
}
