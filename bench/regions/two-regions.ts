import { randomUUID } from 'node:crypto';
import { createApp } from '../../services/booking/app';
import { type Regions, STEPS, type StepName } from '../../services/shared/regions/command';
import type { Region } from '../../services/shared/regions/ownership';
import {
  aProvider,
  aService,
  fakeAuth,
  fakePayments,
  startTestTable,
  TEST_ORIGIN,
  testClock,
  testSettings,
} from '../../services/shared/testing';
import { replicate } from './replication';

export const HOME = 'eu-west-1';
export const BESIDE = 'eu-central-1';
export type RegionName = typeof HOME | typeof BESIDE;

const DAY = '2026-06-01';

/** The booking service in two regions, each over its own half of one global table. */
export async function startTwoRegions() {
  const [home, beside] = await Promise.all([startTestTable(), startTestTable()]);
  const link = replicate([home.table, beside.table]);
  const clock = testClock('2026-05-20T10:00:00.000Z');
  const payments = fakePayments();
  const regions: Record<RegionName, Region> = {
    [HOME]: { name: HOME, table: home.table },
    [BESIDE]: { name: BESIDE, table: beside.table },
  };
  const app = (name: RegionName) =>
    createApp(testSettings(clock), {
      ...{ table: regions[name].table, payments, region: name, homeRegion: HOME },
      guestTokens: fakeAuth.guestTokens,
      contacts: { ofAccessToken: async () => undefined },
    });
  const apps = { [HOME]: app(HOME), [BESIDE]: app(BESIDE) };
  const other = (name: RegionName): RegionName => (name === HOME ? BESIDE : HOME);

  return {
    link,
    regions,
    /** A provider whom both regions know, and its service. */
    async aBusiness() {
      const provider = await aProvider(home.table);
      const { providerId, serviceId } = await aService(home.table, provider);
      await link.deliver();
      return { providerId, serviceId };
    },
    /** Asks a region to hold a whole hour of 1 June 2026. */
    async hold(name: RegionName, serviceId: string, hour: number) {
      const answer = await apps[name].request('/api/booking/bookings', {
        method: 'POST',
        headers: {
          ...{ origin: TEST_ORIGIN, 'content-type': 'application/json' },
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({
          serviceId,
          start: `${DAY}T${String(hour).padStart(2, '0')}:00:00.000Z`,
          customer: { name: 'Ada Guest', email: 'ada@guest.test' },
        }),
      });
      const body = (await answer.json()) as { bookingId?: string; code?: string };
      return { status: answer.status, retryAfter: answer.headers.get('retry-after'), ...body };
    },
    /** The hours that a region offers. */
    async freeHours(name: RegionName, serviceId: string): Promise<number[]> {
      const query = `from=${DAY}T00:00:00Z&to=2026-06-02T00:00:00Z`;
      const answer = await apps[name].request(`/api/booking/services/${serviceId}/slots?${query}`);
      const { slots } = (await answer.json()) as { slots: { start: string }[] };
      return slots.map(({ start }) => Number(start.slice(11, 13)));
    },
    /** A step of the runbook, made in a region. */
    step<Name extends StepName>(step: Name, name: RegionName, providerId: string) {
      const pair: Regions = { here: regions[name], other: regions[other(name)] };
      const move = { providerId, homeRegion: HOME, now: clock.now() };
      return STEPS[step](pair, move) as ReturnType<(typeof STEPS)[Name]>;
    },
    stop: () => Promise.all([home.stop(), beside.stop()]),
  };
}
