import { describe, expect, it } from 'vitest';
import { memoryObjects } from '../../objects';
import { emptySnapshot, type IndexedProvider, snapshotKey } from '../../search';
import { demoProvider } from '../demo-provider';
import { waitForSearch } from './wait-for-search';

const demo = demoProvider(new Date('2026-11-22T00:00:00.000Z'));

function indexed(services: number): IndexedProvider {
  const { id, slug, name, currency, ratingCount, timeZone, place, rules } = demo;
  return {
    ...{ id, slug, name, currency, ratingCount, timeZone, rules, rating: 4.9 },
    ...{ city: place.city, lat: place.lat, lon: place.lon, overrides: [], busy: [] },
    services: demo.services.slice(0, services).map((service) => ({ ...service, horizonDays: 90 })),
  };
}

async function published(services: number) {
  const objects = memoryObjects();
  const snapshot = { ...emptySnapshot('us'), providers: { [demo.id]: indexed(services) } };
  await objects.write(snapshotKey('us'), JSON.stringify(snapshot), { ifNoneMatch: '*' });
  return objects;
}

describe('waiting for search', () => {
  it('ends when every provider is known with all services', async () => {
    await waitForSearch(await published(demo.services.length), [demo], 0);
  });

  it('has nothing to wait for when nothing was written', async () => {
    await waitForSearch(memoryObjects(), [], 0);
  });

  it('says what is missing when the time is up', async () => {
    const late = /search does not know 1 providers of us/;
    await expect(waitForSearch(memoryObjects(), [demo], 0)).rejects.toThrow(late);
    await expect(waitForSearch(await published(2), [demo], 0)).rejects.toThrow(late);
  });
});
