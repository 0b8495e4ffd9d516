import { request } from '@marketplace/kit/slice/request';
import { isMarketCode } from '@marketplace/services/domain/markets';
import { env } from '../../src/env';
import { type MarketPages, marketSitemap } from '../../src/sitemap/documents';
import { NoPage, plainAnswer } from '../../src/sitemap/plain-answer';

export default NoPage;

/** `/sitemap/<market>.xml` */
export const getServerSideProps = plainAnswer(async ({ file }) => {
  const [, market] = /^([a-z]+)\.xml$/.exec(String(file)) ?? [];
  if (!isMarketCode(market)) return;
  const { PUBLIC_ORIGIN, CATALOG_API_URL: baseUrl } = env();
  const pages = await request<MarketPages>(`/api/catalog/pages?market=${market}`, { baseUrl });
  return {
    contentType: 'application/xml; charset=utf-8',
    body: marketSitemap(PUBLIC_ORIGIN, market, pages),
    maxAgeSeconds: 600,
  };
});
