import { describe, expect, it } from 'vitest';
import { nearSnapshotKey, parseNearSnapshot } from '../../domain/near';
import { memoryObjects, type ObjectStore } from '../../shared/objects';
import { type IndexedProvider, parseSnapshot, snapshotKey } from '../../shared/search';
import { anIndexedProvider, aSnapshot } from '../testing/indexed';
import { mergeSnapshot } from './merge';
import { publish as publishAt } from './publish';

const NOW = new Date('2026-06-01T06:00:00.000Z');
const publish = (
  objects: ObjectStore,
  market: 'de',
  readChanges: Parameters<typeof publishAt>[2],
) => publishAt({ search: objects, near: objects }, market, readChanges, () => NOW);

async function published(objects: ObjectStore): Promise<string[]> {
  const found = await objects.read(snapshotKey('de'));
  if (found === 'missing' || found === 'not-modified') return [];
  return Object.keys(parseSnapshot(found.body).providers).sort();
}

const adding = (provider: IndexedProvider) => async () => new Map([[provider.id, provider]]);

describe('merging a snapshot', () => {
  const [a, b] = [anIndexedProvider({ id: 'a' }), anIndexedProvider({ id: 'b' })];
  const snapshot = aSnapshot([a, b]);

  it('replaces, adds and removes providers', () => {
    const renamed = { ...a, name: 'Another name' };
    const added = anIndexedProvider({ id: 'c' });
    const merged = mergeSnapshot(
      snapshot,
      new Map([
        ['a', renamed],
        ['b', null],
        ['c', added],
      ]),
    );
    expect(merged.providers).toEqual({ a: renamed, c: added });
    expect(snapshot.providers).toEqual({ a, b });
  });

  it('is the very same one when nothing changes', () => {
    expect(
      mergeSnapshot(
        snapshot,
        new Map([
          ['a', structuredClone(a)],
          ['z', null],
        ]),
      ),
    ).toBe(snapshot);
  });
});

async function near(objects: ObjectStore) {
  const found = await objects.read(nearSnapshotKey('de'));
  if (found === 'missing' || found === 'not-modified') return {};
  return parseNearSnapshot(found.body, 'de').providers;
}

describe('publishing for the edge', () => {
  it('says of each provider its first service, the price for both, and the coming times', async () => {
    const objects = memoryObjects();
    await publish(objects, 'de', adding(anIndexedProvider({ id: 'a', name: 'Linde' })));
    const { a } = await near(objects);
    expect(a).toMatchObject({ name: 'Linde', city: 'Berlin' });
    expect(a?.service).toMatchObject({ priceMinor: 5000, guestPriceMinor: 5500 });
    const starts = a?.service.startsMs.map((startMs) => new Date(startMs).toISOString());
    expect(starts?.slice(0, 2)).toEqual(['2026-06-01T07:00:00.000Z', '2026-06-01T08:00:00.000Z']);
    expect(starts?.at(-1)?.slice(0, 10)).toBe('2026-06-14');
    expect(starts?.length).toBeLessThan(30);
  });

  it('leaves out who has nothing to book, and forgets who is gone', async () => {
    const objects = memoryObjects();
    await publish(objects, 'de', adding(anIndexedProvider({ id: 'a', services: [] })));
    await publish(objects, 'de', adding(anIndexedProvider({ id: 'b' })));
    expect(Object.keys(await near(objects))).toEqual(['b']);
    await publish(objects, 'de', async () => new Map([['b', null]]));
    expect(await near(objects)).toEqual({});
  });

  it('is made up for when the writer died after the search’s snapshot', async () => {
    const objects = memoryObjects();
    const change = adding(anIndexedProvider({ id: 'a' }));
    const write: ObjectStore['write'] = async (key, ...rest) => {
      if (key === nearSnapshotKey('de')) throw new Error('died');
      return objects.write(key, ...rest);
    };
    await expect(publish({ ...objects, write }, 'de', change)).rejects.toThrow('died');
    await publish(objects, 'de', change);
    expect(Object.keys(await near(objects))).toEqual(['a']);
  });
});

describe('publishing', () => {
  it('starts a market and goes on with it', async () => {
    const objects = memoryObjects();
    await publish(objects, 'de', adding(anIndexedProvider({ id: 'a' })));
    await publish(objects, 'de', adding(anIndexedProvider({ id: 'b' })));
    await publish(objects, 'de', async () => new Map([['a', null]]));
    expect(await published(objects)).toEqual(['b']);
  });

  it('loses nothing when many write at the same time', async () => {
    const objects = memoryObjects();
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(ids.map((id) => publish(objects, 'de', adding(anIndexedProvider({ id })))));
    expect(await published(objects)).toEqual(ids);
  });

  it('reads the documents again when somebody else wrote first', async () => {
    const objects = memoryObjects();
    const provider = anIndexedProvider({ id: 'a', name: 'Old' });
    let reads = 0;
    await publish(objects, 'de', async () => {
      reads += 1;
      if (reads === 1) await publish(objects, 'de', adding({ ...provider, name: 'Between' }));
      return new Map([['a', reads === 1 ? provider : { ...provider, name: 'Newest' }]]);
    });
    const found = await objects.read(snapshotKey('de'));
    expect(reads).toBe(2);
    expect(found).toMatchObject({ body: expect.stringContaining('"Newest"') });
  });

  it('writes nothing when nothing has changed', async () => {
    const objects = memoryObjects();
    const provider = anIndexedProvider({ id: 'a' });
    await publish(objects, 'de', adding(provider));
    const before = await objects.read(snapshotKey('de'));
    await publish(objects, 'de', adding(structuredClone(provider)));
    expect(await objects.read(snapshotKey('de'))).toEqual(before);
  });

  it('gives up with an error when every write meets a newer version', async () => {
    const objects: ObjectStore = { ...memoryObjects(), write: async () => 'conflict' };
    await expect(publish(objects, 'de', adding(anIndexedProvider()))).rejects.toThrow(
      /kept changing/,
    );
  });
});
