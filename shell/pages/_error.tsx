import type { NextPageContext } from 'next';
import { FailedPage } from '../src/layout/message/failed-page';
import { NotFoundPage } from '../src/layout/message/not-found-page';

/** Composed routes end here when not even a fallback could be rendered. */
export default function ErrorPage({ statusCode }: { statusCode: number }) {
  if (statusCode === 404) return <NotFoundPage />;
  return <FailedPage onRetry={() => location.reload()} />;
}

ErrorPage.getInitialProps = ({ res, err }: NextPageContext) => ({
  statusCode: res?.statusCode ?? err?.statusCode ?? 500,
});
