import type { NextPageContext } from 'next';
import Head from 'next/head';
import { useTranslations } from 'use-intl';
import { FailedPage } from '../src/layout/message/failed-page';
import { NotFoundPage } from '../src/layout/message/not-found-page';

/** Composed routes end here when not even a fallback could be rendered. */
export default function ErrorPage({ statusCode }: { statusCode: number }) {
  const t = useTranslations('errors');
  const isMissing = statusCode === 404;
  return (
    <>
      <Head>
        <title>{t(isMissing ? 'notFoundTitle' : 'failedTitle')}</title>
      </Head>
      {isMissing ? <NotFoundPage /> : <FailedPage onRetry={() => location.reload()} />}
    </>
  );
}

ErrorPage.getInitialProps = ({ res, err }: NextPageContext) => ({
  statusCode: res?.statusCode ?? err?.statusCode ?? 500,
});
