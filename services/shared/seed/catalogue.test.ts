import { describe, expect, it } from 'vitest';
import { CATEGORIES, Category } from '../../catalog/contract';
import { availableSlots } from '../../domain/availability';
import { MARKET_CODES, MARKETS } from '../../domain/markets';
import { priceProblem } from '../../domain/money';
import { distanceKm } from '../../domain/search';
import { ServiceInput } from '../../provider/contract';
import { providerIdOf } from '../table';
import { seedCatalogue } from './catalogue';
import { DEMO_PROVIDER_ID } from './demo-provider';

const TODAY = new Date('2026-11-22T00:00:00.000Z');
const providers = seedCatalogue(TODAY);
const services = providers.flatMap((provider) => provider.services);

describe('the seed', () => {
  it('is the same whenever it is made for the same day', () => {
    expect(seedCatalogue(TODAY)).toEqual(providers);
  });

  it('keeps its providers and services as days go by', () => {
    const later = seedCatalogue(new Date('2027-03-01T00:00:00.000Z'));
    expect(later.map(({ slug }) => slug)).toEqual(providers.map(({ slug }) => slug));
    expect(later.map((provider) => provider.services)).toEqual(
      providers.map((provider) => provider.services),
    );
  });

  it('fills every market with every category: 300 providers and 1,200 services at least', () => {
    expect(providers.length).toBeGreaterThanOrEqual(300);
    expect(services.length).toBeGreaterThanOrEqual(1200);
    for (const market of MARKET_CODES) {
      const offered = providers
        .filter((provider) => provider.market === market)
        .flatMap((provider) => provider.services.map(({ category }) => category));
      expect(new Set(offered).size, market).toBe(CATEGORIES.length);
    }
  });

  it('gives every provider, service and review an id and every provider a slug of its own', () => {
    const lists = [
      providers.map(({ id }) => id),
      services.map(({ id }) => id),
      providers.flatMap(({ reviews }) => reviews.map(({ bookingId }) => bookingId)),
      providers.map(({ slug }) => slug),
    ];
    for (const list of lists) {
      expect(new Set(list).size).toBe(list.length);
    }
    for (const { slug } of providers) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('asks for prices that can be charged, in whole steps of the currency of the market', () => {
    for (const { market, currency, services } of providers) {
      expect(currency).toBe(MARKETS[market].currency);
      for (const { priceMinor } of services)
        expect(priceProblem(priceMinor, currency)).toBeUndefined();
    }
  });

  it("begins every service's id with its provider's", () => {
    for (const { id, services } of providers) {
      for (const service of services) expect(providerIdOf(service.id)).toBe(id);
    }
  });

  it('puts providers within 30 km of their city, in its zone', () => {
    for (const { market, place, timeZone } of providers) {
      const city = MARKETS[market].cities.find(({ name }) => name === place.city);
      if (!city) throw new Error(`${place.city} is not a city of ${market}`);
      expect(distanceKm(city, place)).toBeLessThan(30);
      expect(timeZone).toBe(city.timeZone);
    }
  });

  it('describes services that the portal would accept', () => {
    for (const service of services) {
      const { id: _id, resourceIds, ...input } = service;
      expect(ServiceInput.safeParse(input).error).toBeUndefined();
      expect(resourceIds.length).toBeGreaterThan(0);
      expect(service.description.length).toBeGreaterThan(40);
    }
  });

  it('leaves no placeholder in a text', () => {
    const texts = providers.flatMap(({ name, headline, about, place }) => [
      ...[name, headline, about, place.street],
    ]);
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined|lorem/i);
  });

  it('rates providers as their reviews do, and new ones not at all', () => {
    for (const { ratingSum, ratingCount, bookingsCount, reviews } of providers) {
      expect(ratingSum).toBeLessThanOrEqual(ratingCount * 5);
      expect(ratingSum).toBeGreaterThanOrEqual(ratingCount * 4);
      expect(reviews.length).toBeLessThanOrEqual(ratingCount);
      expect(bookingsCount).toBeGreaterThanOrEqual(ratingCount);
      expect(new Set(reviews.map(({ text }) => text)).size).toBe(reviews.length);
      const times = [...reviews]
        .sort((a, b) => (a.bookingId < b.bookingId ? 1 : -1))
        .map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort().reverse());
      for (const time of times) expect(Date.parse(time)).toBeLessThan(TODAY.getTime());
    }
  });

  it('lets every service be booked within a week', () => {
    for (const { timeZone, rules, services } of providers) {
      for (const service of services) {
        const slots = availableSlots({
          timezone: timeZone,
          rules,
          service,
          now: TODAY.toISOString(),
          range: { from: TODAY.toISOString(), to: '2026-11-30T00:00:00.000Z' },
        });
        expect(slots.length, service.title).toBeGreaterThan(0);
      }
    }
  });

  it('has a demo provider with free times every day and a service of every kind', () => {
    const demo = providers.find(({ id }) => id === DEMO_PROVIDER_ID);
    if (!demo) throw new Error('No demo provider');
    expect(demo.rules.flatMap(({ days }) => days)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(demo.services.filter((service) => !service.requiresApproval).length).toBeGreaterThan(3);
    expect(demo.services.some(({ capacity }) => capacity === 6)).toBe(true);
    expect(demo.services.some(({ requiresApproval }) => requiresApproval)).toBe(true);
    expect(demo.services.some(({ resourceIds }) => resourceIds.length === 2)).toBe(true);
    expect(new Set(demo.services.map(({ durationMin }) => durationMin)).size).toBeGreaterThan(3);
    expect(demo.services.every(({ category }) => Category.safeParse(category).success)).toBe(true);
  });
});
