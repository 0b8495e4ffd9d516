import { MARKET_CODES } from '@marketplace/services/domain/markets';
import { describe, expect, it } from 'vitest';
import { marketSitemap, robotsText, sitemapIndex } from './documents';

const ORIGIN = 'https://market.example';
const locations = (document: string) =>
  [...document.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);

describe('what search engines are told', () => {
  it('has a sitemap for each market', () => {
    expect(locations(sitemapIndex(ORIGIN))).toEqual(
      MARKET_CODES.map((market) => `${ORIGIN}/sitemap/${market}.xml`),
    );
  });

  it('names pages by their address in the market', () => {
    const pages = { providers: ['studio-linde'], services: ['svc-1', 'a&b'] };
    expect(locations(marketSitemap(ORIGIN, 'de', pages))).toEqual([
      `${ORIGIN}/de`,
      `${ORIGIN}/de/search`,
      `${ORIGIN}/de/p/studio-linde`,
      `${ORIGIN}/de/s/svc-1`,
      `${ORIGIN}/de/s/a%26b`,
    ]);
  });

  it('keeps them out of what is behind the lock', () => {
    expect(robotsText(ORIGIN)).toContain('Disallow: /portal\n');
    expect(robotsText(ORIGIN)).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  });
});
