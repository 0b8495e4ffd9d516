import { env } from '../src/env';
import { sitemapIndex } from '../src/sitemap/documents';
import { NoPage, plainAnswer } from '../src/sitemap/plain-answer';

export default NoPage;

export const getServerSideProps = plainAnswer(async () => ({
  contentType: 'application/xml; charset=utf-8',
  body: sitemapIndex(env().PUBLIC_ORIGIN),
  maxAgeSeconds: 3600,
}));
