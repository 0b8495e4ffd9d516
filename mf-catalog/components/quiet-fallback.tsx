import type { SlotProps } from '@marketplace/kit/slice';
import { Button } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CatalogRoot } from './catalog-root';

/** What stands where a screen of the catalog could not be shown: quiet, and with a way on. */
export function QuietFallback({ slot }: { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot}>
      <QuietCard />
    </CatalogRoot>
  );
}

function QuietCard() {
  const t = useTranslations('fallback');
  return (
    <Card role="status" className="mx-auto my-16 flex w-[calc(100%-2rem)] max-w-xl gap-4 p-6">
      <CloudOff aria-hidden className="mt-0.5 size-6 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="grid gap-1">
        <h2 className="font-display text-xl font-semibold">{t('title')}</h2>
        <p className="text-sm text-muted">{t('text')}</p>
        <p className="mt-3 flex flex-wrap gap-5">
          <Button onClick={() => location.reload()}>{t('retry')}</Button>
          <Button asChild variant="link">
            <a href="/">{t('home')}</a>
          </Button>
        </p>
      </div>
    </Card>
  );
}
