import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';

export function NotAnOperator() {
  const t = useTranslations('operator');
  const frame = useTranslations('frame');
  return (
    <EmptyState
      icon={ShieldCheck}
      title={t('notOperatorTitle')}
      action={
        <Button asChild>
          <a href="/">{frame('home')}</a>
        </Button>
      }
    >
      {t('notOperatorText')}
    </EmptyState>
  );
}
