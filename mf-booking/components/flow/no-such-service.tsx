import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'use-intl';

export function NoSuchService() {
  const t = useTranslations('flow.notFound');
  return (
    <EmptyState
      icon={SearchX}
      title={t('title')}
      action={
        <Button asChild variant="primary">
          <SiteLink href="/search">{t('action')}</SiteLink>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
