import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { useTranslations } from 'use-intl';
import { setCacheHeaders } from '../src/federation/server/page/page-headers';
import { slotSettings } from '../src/federation/server/page/request-context';
import type { ComposedPageProps } from '../src/federation/slot-state';
import { frameWords } from '../src/layout/frame-words';
import { NotFoundPage } from '../src/layout/message/not-found-page';

/**
 * Every address that no route knows. In this router, since its pages have no inline scripts and
 * may therefore be kept at the edge for a moment.
 */
export default function MissingPage() {
  const t = useTranslations('errors');
  return (
    <>
      <Head>
        <title>{t('notFoundTitle')}</title>
      </Head>
      <NotFoundPage />
    </>
  );
}

const KEPT_SECONDS = 10;

export const getServerSideProps: GetServerSideProps<
  Pick<ComposedPageProps, 'settings' | 'words'>
> = async ({ req, res }) => {
  res.statusCode = 404;
  setCacheHeaders(res, KEPT_SECONDS);
  const settings = slotSettings(req);
  return { props: { settings, words: frameWords(settings.locale) } };
};
