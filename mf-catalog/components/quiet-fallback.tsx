import type { SlotProps } from '@marketplace/kit/slice';
import { Button } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { languageOf } from '@marketplace/services/domain/markets';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';
import { CatalogRoot } from './catalog-root';

/** In the code, since a fallback shows when nothing else came. The bundler leaves out all other texts. */
const TEXTS = { en: en.fallback, de: de.fallback, fr: fr.fallback, es: es.fallback };

/** What stands where a screen of the catalog could not be shown: quiet, and with a way on. */
export function QuietFallback({ slot }: { slot: SlotProps }) {
  const language = languageOf(slot.locale);
  const words = { language, messages: { fallback: TEXTS[language] } };
  return (
    <CatalogRoot slot={slot} words={words}>
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
            <SiteLink href="/">{t('home')}</SiteLink>
          </Button>
        </p>
      </div>
    </Card>
  );
}
