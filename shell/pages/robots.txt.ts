import { env } from '../src/env';
import { robotsText } from '../src/sitemap/documents';
import { NoPage, plainAnswer } from '../src/sitemap/plain-answer';

export default NoPage;

export const getServerSideProps = plainAnswer(async () => ({
  contentType: 'text/plain; charset=utf-8',
  body: robotsText(env().PUBLIC_ORIGIN),
  maxAgeSeconds: 3600,
}));
