import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTable, type TestTable } from '../../testing';
import { seedCatalogue } from '../catalogue';
import { DEMO_PROVIDER_ID } from '../demo-provider';
import { missingProviders, writeProviders } from './write-providers';

const providers = seedCatalogue(new Date('2026-11-22T00:00:00.000Z')).slice(0, 20);

let test: TestTable;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

describe('writing the seed', () => {
  it('writes what is missing, once, and leaves alone what is there', async () => {
    const { table } = test;
    expect(await missingProviders(table, providers)).toEqual(providers);
    const [first, ...others] = providers;
    if (!first) throw new Error('No providers');
    await writeProviders(table, [first], () => 'owner');
    await table.provider.patch({ providerId: first.id }).set({ name: 'Renamed' }).go();
    expect(await missingProviders(table, providers)).toEqual(others);
    await writeProviders(table, others, () => 'owner');
    expect(await missingProviders(table, providers)).toEqual([]);
    const { data } = await table.provider.get({ providerId: first.id }).go();
    expect(data?.name).toBe('Renamed');
  });

  it('makes the demo provider bookable, found by slug, with services in their order', async () => {
    const { table } = test;
    const [demo] = providers;
    if (demo?.id !== DEMO_PROVIDER_ID) throw new Error('The demo provider comes first');
    const { data } = await table.provider.query.bySlug({ slug: demo.slug }).go();
    expect(data).toMatchObject([{ providerId: demo.id, chargesEnabled: true, state: 'active' }]);
    const services = await table.service.query.primary({ providerId: demo.id }).go();
    expect(services.data).toHaveLength(demo.services.length);
    const reviews = await table.review.query
      .primary({ providerId: demo.id })
      .go({ order: 'desc', limit: 1 });
    expect(reviews.data[0]?.text).toBe(demo.reviews[0]?.text);
  });
});
