import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Store } from 'lucide-react';
import { useTranslations } from 'use-intl';

export function NotAProvider() {
  const t = useTranslations('frame');
  return (
    <EmptyState
      icon={Store}
      title={t('notProviderTitle')}
      action={
        <Button asChild>
          <a href="/">{t('home')}</a>
        </Button>
      }
    >
      {t('notProviderText')}
    </EmptyState>
  );
}
