import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerTag } from '../domain/releases';
import { noCache } from '../shared/cache';
import { memoryObjects, type ObjectStore } from '../shared/objects';
import { silentLog } from '../shared/observability';
import { type ProviderItem, withStatus } from '../shared/table';
import {
  aProvider,
  aService,
  startTestTable,
  type TestTable,
  testSettings,
} from '../shared/testing';
import { createApp } from './app';
import { ProviderPage, ServiceDetail, ServiceList } from './contract';
import { type EdgePages, noEdgePages } from './indexer/forget/edge-pages';
import { noKeptAnswers } from './indexer/forget/kept-answers';
import { indexBatch } from './indexer/index-batch';
import { marketIndexes } from './snapshots/market-indexes';

const NOW = new Date('2026-06-01T06:00:00.000Z');

let test: TestTable;
let sequence = 0;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

function aStage() {
  const objects = memoryObjects();
  const forgotten: string[] = [];
  const pages = { forget: async (tags: readonly string[]) => void forgotten.push(...tags) };
  return { objects, get: reader(objects), index: indexer(objects, pages), forgotten };
}

/** Asks a service that has seen no earlier snapshot. */
function reader(objects: ObjectStore) {
  return async (path: string) => {
    const indexes = marketIndexes(objects, () => NOW, silentLog);
    const settings = testSettings({ now: () => NOW });
    const app = createApp(settings, { table: test.table, indexes, cache: noCache });
    const answer = await app.request(`/api/catalog/${path}`, { headers: { 'x-market': 'de' } });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
}

function indexer(objects: ObjectStore, pages: EdgePages) {
  const snapshots = { search: objects, near: objects };
  const shared = { table: test.table, snapshots, pages, answers: noKeptAnswers };
  const context = { ...shared, now: () => NOW, log: silentLog };
  return (...records: DynamoDBRecord[]) => indexBatch(context, records);
}

function changeOf(entity: string, attributes: Record<string, string>, old = false): DynamoDBRecord {
  const text = Object.entries({ __edb_e__: entity, ...attributes });
  const image = Object.fromEntries(text.map(([name, value]) => [name, { S: value }]));
  sequence += 1;
  return {
    dynamodb: {
      SequenceNumber: String(sequence),
      ...(old ? { OldImage: image } : { NewImage: image }),
    },
  };
}

const changeOfProvider = ({ providerId, market }: ProviderItem) =>
  changeOf('provider', { providerId, market });

async function foundTitles(get: ReturnType<typeof reader>): Promise<string[]> {
  const { items } = ServiceList.parse((await get('services')).body);
  return items.map(({ title }) => title).sort();
}

describe('search', () => {
  it('finds what was indexed, with its next free time and both prices', async () => {
    const { get, index } = aStage();
    const provider = await aProvider(test.table, { ratingSum: 14, ratingCount: 3 });
    const service = await aService(test.table, provider, { title: 'Beard trim' });
    expect(await index(changeOfProvider(provider))).toEqual({ batchItemFailures: [] });
    const { body } = await get('services?q=beard&near=52.5,13.4');
    expect(ServiceList.parse(body).items).toEqual([
      expect.objectContaining({
        id: service.serviceId,
        priceMinor: 10_000,
        guestPriceMinor: 11_000,
        currency: 'EUR',
        providerSlug: provider.slug,
        rating: 4.7,
        nextFree: '2026-06-01T09:00:00.000Z',
        distanceKm: 2.2,
      }),
    ]);
  });

  it('shows no paused service and no suspended or draft provider', async () => {
    const { get, index } = aStage();
    const provider = await aProvider(test.table);
    await aService(test.table, provider, { title: 'Sold' });
    await aService(test.table, provider, { title: 'Paused', state: 'paused' });
    const hidden = await aProvider(test.table, { state: 'suspended' });
    await aService(test.table, hidden, { title: 'Suspended' });
    await index(changeOfProvider(provider), changeOfProvider(hidden));
    expect(await foundTitles(get)).toEqual(['Sold']);
    const pages = (await get('pages')).body;
    expect(pages).toEqual({ providers: [provider.slug], services: [expect.any(String)] });

    await test.table.provider
      .patch({ providerId: provider.providerId })
      .set(withStatus('PROVIDER', provider.providerId, 'suspended'))
      .go();
    await index(changeOfProvider(provider));
    expect(await foundTitles(get)).toEqual([]);
    expect((await get(`providers/${provider.slug}`)).status).toBe(404);
  });

  it('makes the edge forget the pages of who changed, by the address of before too, and of nobody else', async () => {
    const { index, forgotten } = aStage();
    const provider = await aProvider(test.table);
    const other = await aProvider(test.table);
    const { providerId, market } = provider;
    await index(changeOf('provider', { providerId, market, slug: 'address-before' }, true));
    const names = ['address-before', provider.slug, providerId];
    expect(forgotten.sort()).toEqual(names.map(providerTag).sort());
    expect(forgotten).not.toContain(providerTag(other.slug));
  });

  it('keeps indexing while the edge cannot be told', async () => {
    const objects = memoryObjects();
    const pages = { forget: () => Promise.reject(new Error('TooManyInvalidationsInProgress')) };
    const provider = await aProvider(test.table);
    await aService(test.table, provider, { title: 'Told later' });
    const index = indexer(objects, pages);
    expect(await index(changeOfProvider(provider))).toEqual({ batchItemFailures: [] });
    expect(await foundTitles(reader(objects))).toEqual(['Told later']);
  });

  it('forgets a provider that was deleted', async () => {
    const { get, index } = aStage();
    const provider = await aProvider(test.table);
    await aService(test.table, provider);
    await index(changeOfProvider(provider));
    await test.table.provider.delete({ providerId: provider.providerId }).go();
    await index(changeOf('provider', { providerId: provider.providerId, market: 'de' }, true));
    expect(await foundTitles(get)).toEqual([]);
  });

  it('moves the next free time when the slot is claimed, and back when the claim goes', async () => {
    const { get, index } = aStage();
    const provider = await aProvider(test.table);
    const service = await aService(test.table, provider);
    const { serviceId } = service;
    const day = { resourceId: provider.providerId, date: '2026-06-01', version: 1 };
    const claim = {
      ...{ bookingId: 'b1', serviceId, bufferBefore: 0, bufferAfter: 0, seats: 1 },
      ...{ start: '2026-06-01T09:00:00.000Z', end: '2026-06-01T10:00:00.000Z' },
      status: 'confirmed' as const,
    };
    const claimed: DynamoDBRecord = {
      dynamodb: {
        NewImage: {
          __edb_e__: { S: 'resourceDay' },
          claims: { L: [{ M: { serviceId: { S: serviceId } } }] },
        },
      },
    };
    const nextFree = async () => ServiceList.parse((await get('services')).body).items[0]?.nextFree;

    await test.table.resourceDay.put({ ...day, claims: [claim] }).go();
    await index(claimed);
    expect(await nextFree()).toBe('2026-06-01T10:00:00.000Z');
    await test.table.resourceDay.put({ ...day, claims: [] }).go();
    await index(claimed);
    expect(await nextFree()).toBe('2026-06-01T09:00:00.000Z');
  });

  it('offers no time of a provider that cannot be paid', async () => {
    const { get, index } = aStage();
    const provider = await aProvider(test.table, { chargesEnabled: false });
    await aService(test.table, provider);
    await index(changeOfProvider(provider));
    const { body } = await get('services');
    expect(ServiceList.parse(body).items).toEqual([expect.objectContaining({ nextFree: null })]);
  });

  it('leaves other items of the table alone', async () => {
    const { index, objects } = aStage();
    await index(changeOf('booking', { providerId: 'p' }), changeOf('review', { providerId: 'p' }));
    expect(await objects.read('search/de.json')).toBe('missing');
  });

  it('names the records to try again when a snapshot cannot be written, and only those', async () => {
    const { objects } = aStage();
    const german = await aProvider(test.table);
    const british = await aProvider(test.table, { market: 'gb', currency: 'GBP' });
    const failing: ObjectStore = {
      ...objects,
      write: (key, body, expected) => {
        if (key.includes('gb')) throw new Error('down');
        return objects.write(key, body, expected);
      },
    };
    const record = changeOfProvider(british);
    const answer = await indexer(failing, noEdgePages)(changeOfProvider(german), record);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: record.dynamodb?.SequenceNumber }]);
    expect(await objects.read('search/de.json')).not.toBe('missing');
  });
});

describe('pages', () => {
  it('show a service in full', async () => {
    const { get } = aStage();
    const provider = await aProvider(test.table);
    const { serviceId } = await aService(test.table, provider, { bufferAfter: 15 });
    const { status, body } = await get(`services/${serviceId}`);
    expect(status).toBe(200);
    expect(ServiceDetail.parse(body)).toMatchObject({
      id: serviceId,
      bufferAfter: 15,
      policy: 'flexible',
      resourceIds: [provider.providerId],
      providerId: provider.providerId,
      place: { city: 'Berlin' },
    });
  });

  it('show a provider with services and the newest reviews first', async () => {
    const { get } = aStage();
    const provider = await aProvider(test.table);
    const { providerId, slug } = provider;
    const { serviceId, title: serviceTitle } = await aService(test.table, provider);
    for (const [bookingId, stars] of [
      ['01a', 4],
      ['01b', 5],
    ] as const) {
      const text = `${stars} stars`;
      const review = { bookingId, providerId, serviceId, serviceTitle, stars, text };
      await test.table.review
        .put({ ...review, authorName: 'Ann B.', createdAt: NOW.toISOString() })
        .go();
    }
    const page = ProviderPage.parse((await get(`providers/${slug}`)).body);
    expect(page.reviews.map(({ stars }) => stars)).toEqual([5, 4]);
    expect(page.services).toHaveLength(1);
    expect(page.hours).toEqual([{ days: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '17:00' }]);
  });

  it('are not found for unknown, malformed and hidden things', async () => {
    const { get } = aStage();
    const draft = await aProvider(test.table, { state: 'draft' });
    const hidden = await aService(test.table, draft);
    const provider = await aProvider(test.table);
    const paused = await aService(test.table, provider, { state: 'paused' });
    const paths = ['services/nobody-x', 'services/x', `services/${hidden.serviceId}`];
    paths.push(`services/${paused.serviceId}`, 'providers/nobody', `providers/${draft.slug}`);
    for (const path of paths) {
      expect(await get(path), path).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  });
});

describe('input', () => {
  it.each([
    ['sort=cheapest', 'sort'],
    ['cursor=abc', 'cursor'],
    ['category=magic', 'category'],
    ['near=91,0', 'near'],
    ['near=here', 'near'],
    ['sort=distance', 'near'],
    ['radiusKm=5', 'near'],
    ['limit=0', 'limit'],
    ['limit=61', 'limit'],
    ['minPrice=-1', 'minPrice'],
    ['maxPrice=ten', 'maxPrice'],
    ['availableOn=2026-02-30', 'availableOn'],
    ['market=zz', 'market'],
  ])('%s is refused, naming %s', async (query, path) => {
    const { get } = aStage();
    const { status, body } = await get(`services?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ path }] });
  });

  it('publishes what it accepts', async () => {
    const { get } = aStage();
    const { body } = await get('openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys((body as { paths: object }).paths)).toEqual([
      '/api/catalog/vitals',
      '/api/catalog/services',
      '/api/catalog/services/{id}',
      '/api/catalog/providers/{slug}',
      '/api/catalog/suggest',
      '/api/catalog/pages',
    ]);
  });
});
