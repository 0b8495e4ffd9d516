'use client';

import { Button, buttonClasses } from '@marketplace/kit/ui/button';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import { useTranslations } from 'use-intl';
import { MessagePage } from './message-page';

/** Something broke on our side; used by both routers. */
export function FailedPage({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('errors');
  const pathOf = useSitePath();
  return (
    <MessagePage
      title={t('failedTitle')}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            {t('retry')}
          </Button>
          <a href={pathOf('/')} className={buttonClasses({ variant: 'link' })}>
            {t('home')}
          </a>
        </>
      }
    >
      {t('failedBody')}
    </MessagePage>
  );
}
