import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { CalendarX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

export function NoSuchBooking() {
  const t = useTranslations('booking');
  return (
    <EmptyState
      icon={CalendarX}
      title={t('failedTitle')}
      action={
        <>
          <Button asChild variant="primary">
            <a href="/auth/sign-in?next=/bookings">{t('signIn')}</a>
          </Button>
          <Button asChild>
            <Link href="/">{t('home')}</Link>
          </Button>
        </>
      }
    >
      {t('failedText')}
    </EmptyState>
  );
}
