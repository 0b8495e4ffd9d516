'use client';

import { buttonClasses } from '@marketplace/kit/ui/button';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import { useTranslations } from 'use-intl';
import { MessagePage } from './message-page';

/** There is nothing at this address. */
export function NotFoundPage() {
  const t = useTranslations('errors');
  const pathOf = useSitePath();
  return (
    <MessagePage
      title={t('notFoundTitle')}
      actions={
        <>
          <a href={pathOf('/search')} className={buttonClasses({ variant: 'primary' })}>
            {t('search')}
          </a>
          <a href={pathOf('/')} className={buttonClasses({ variant: 'link' })}>
            {t('home')}
          </a>
        </>
      }
    >
      {t('notFoundBody')}
    </MessagePage>
  );
}
