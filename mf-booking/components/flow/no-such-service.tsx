import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

export function NoSuchService() {
  const t = useTranslations('flow.notFound');
  return (
    <EmptyState
      icon={SearchX}
      title={t('title')}
      action={
        <Button asChild variant="primary">
          <Link href="/search">{t('action')}</Link>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
