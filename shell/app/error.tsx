'use client';

import { FailedPage } from '../src/layout/message/failed-page';

export default function RouteError({ reset }: { reset: () => void }) {
  return <FailedPage onRetry={reset} />;
}
