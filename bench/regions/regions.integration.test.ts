import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BESIDE, HOME, type RegionName, startTwoRegions } from './two-regions';

let world: Awaited<ReturnType<typeof startTwoRegions>>;
beforeAll(async () => {
  world = await startTwoRegions();
});
afterEach(async () => {
  world.link.heal();
  await world.link.deliver();
});
afterAll(() => world.stop());

const isOwnership = (key: string) => key.includes('"REGION"');

/** The hours that live bookings occupy in a region, each once if nothing was sold twice. */
async function soldHours(name: RegionName, providerId: string): Promise<number[]> {
  const { table } = world.regions[name];
  const { data } = await table.booking.query.byProvider({ providerId }).go({ pages: 'all' });
  return data.map(({ startsAt }) => Number(startsAt.slice(11, 13)));
}

describe('two regions that are cut off from each other', () => {
  it('sell no time twice: the owner goes on, the other one refuses and still shows what it knows', async () => {
    const { providerId, serviceId } = await world.aBusiness();
    world.link.cut();
    expect((await world.hold(HOME, serviceId, 10)).status).toBe(201);
    expect(await world.hold(BESIDE, serviceId, 10)).toMatchObject({
      status: 503,
      code: 'REGION_NOT_OWNER',
      retryAfter: expect.stringMatching(/^\d+$/),
    });
    expect((await world.hold(BESIDE, serviceId, 11)).status).toBe(503);
    expect(await world.freeHours(BESIDE, serviceId)).toContain(10);

    world.link.heal();
    await world.link.deliver();
    expect(await world.freeHours(BESIDE, serviceId)).not.toContain(10);
    expect(await world.step('status', BESIDE, providerId)).toMatchObject({
      differences: [],
      unclaimed: [],
    });
  });

  it('never sell one twice, whatever is booked, moved, cut and healed in whatever order', async () => {
    const region = fc.constantFrom<RegionName>(HOME, BESIDE);
    const action = fc.oneof(
      { weight: 6, arbitrary: fc.record({ hold: fc.integer({ min: 9, max: 16 }), region }) },
      { weight: 3, arbitrary: fc.record({ step: fc.constantFrom('release', 'take'), region }) },
      { weight: 3, arbitrary: fc.record({ deliver: fc.array(fc.nat(), { maxLength: 6 }) }) },
      { weight: 1, arbitrary: fc.record({ isCut: fc.boolean() }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 20 }), async (actions) => {
        const { providerId, serviceId } = await world.aBusiness();
        const kept: string[] = [];
        for (const one of actions) {
          if ('hold' in one) {
            const { bookingId } = await world.hold(one.region, serviceId, one.hold);
            if (bookingId) kept.push(bookingId);
          } else if ('step' in one) {
            const step = one.step as 'release' | 'take';
            await world.step(step, one.region, providerId).catch(() => undefined);
          } else if ('deliver' in one) {
            await world.link.deliver((keys) => picked(keys, one.deliver));
          } else if (one.isCut) world.link.cut();
          else world.link.heal();
        }
        world.link.heal();
        await world.link.deliver();
        const sold = await soldHours(HOME, providerId);
        expect(new Set(sold).size).toBe(sold.length);
        expect(sold.length).toBe(kept.length);
        expect(await world.step('status', HOME, providerId)).toMatchObject({
          differences: [],
          unclaimed: [],
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 90_000);
});

/** Some of the keys, each once. */
function picked(keys: string[], places: number[]): string[] {
  return [...new Set(places.map((place) => keys[place % keys.length] ?? ''))].filter(Boolean);
}

describe('a provider that moves to the other region', () => {
  it('is sold by nobody between the two steps, and by the other one alone after them', async () => {
    const { providerId, serviceId } = await world.aBusiness();
    await world.hold(HOME, serviceId, 10);
    await world.step('release', HOME, providerId);
    expect((await world.hold(HOME, serviceId, 11)).code).toBe('REGION_NOT_OWNER');
    await expect(world.step('take', BESIDE, providerId)).rejects.toThrow('does not move');

    await world.link.deliver((keys) => keys.filter(isOwnership));
    await expect(world.step('take', BESIDE, providerId)).rejects.toThrow('differ yet: booking');
    expect((await world.hold(BESIDE, serviceId, 11)).code).toBe('REGION_NOT_OWNER');

    await world.link.deliver();
    await world.step('take', BESIDE, providerId);
    expect((await world.hold(BESIDE, serviceId, 10)).code).toBe('SLOT_TAKEN');
    expect((await world.hold(BESIDE, serviceId, 11)).status).toBe(201);
    expect((await world.hold(HOME, serviceId, 12)).code).toBe('REGION_NOT_OWNER');
    await world.link.deliver();
    expect((await world.hold(HOME, serviceId, 12)).code).toBe('REGION_NOT_OWNER');
  });
});

describe('a provider whose region is lost', () => {
  it('is taken over, and what had not arrived is found once it does', async () => {
    const { providerId, serviceId } = await world.aBusiness();
    await world.hold(HOME, serviceId, 9);
    await world.link.deliver();
    world.link.cut();
    const { bookingId: late } = await world.hold(HOME, serviceId, 10);

    expect(await world.step('take-over', BESIDE, providerId)).toEqual({ unclaimed: [] });
    expect((await world.hold(BESIDE, serviceId, 9)).code).toBe('SLOT_TAKEN');
    expect((await world.hold(BESIDE, serviceId, 10)).status).toBe(201);

    world.link.heal();
    await world.link.deliver();
    expect((await world.hold(HOME, serviceId, 12)).code).toBe('REGION_NOT_OWNER');
    for (const name of [HOME, BESIDE] as const) {
      expect(await world.step('status', name, providerId)).toEqual({
        ownership: expect.objectContaining({ region: BESIDE }),
        differences: [],
        unclaimed: [late],
      });
    }
  });
});
