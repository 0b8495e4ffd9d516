'use client';

import { buttonClasses } from '@marketplace/kit/ui/button';
import { useTranslations } from 'use-intl';
import { MessagePage } from './message-page';

/** There is nothing at this address. */
export function NotFoundPage() {
  const t = useTranslations('errors');
  return (
    <MessagePage
      title={t('notFoundTitle')}
      actions={
        <>
          <a href="/search" className={buttonClasses({ variant: 'primary' })}>
            {t('search')}
          </a>
          <a href="/" className={buttonClasses({ variant: 'link' })}>
            {t('home')}
          </a>
        </>
      }
    >
      {t('notFoundBody')}
    </MessagePage>
  );
}
