import { Button, buttonClasses } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import { useTranslations } from 'use-intl';

/** Shown where a slice could not be had at all: says what is safe and offers a way on. */
export function SliceUnavailable() {
  const t = useTranslations('unavailable');
  const pathOf = useSitePath();
  return (
    <Card role="status" className="mx-auto my-12 grid w-[calc(100%-2rem)] max-w-lg gap-2 p-6">
      <h2 className="font-display text-xl font-semibold">{t('title')}</h2>
      <p className="text-sm text-muted">{t('body')}</p>
      <p className="mt-2 flex flex-wrap gap-3">
        <Button onClick={() => location.reload()}>{t('retry')}</Button>
        <a href={pathOf('/')} className={buttonClasses({ variant: 'link' })}>
          {t('home')}
        </a>
      </p>
    </Card>
  );
}
