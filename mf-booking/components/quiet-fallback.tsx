import type { SlotProps } from '@marketplace/kit/slice';
import { Notice } from '@marketplace/kit/ui/notice';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { languageOf } from '@marketplace/services/domain/markets';
import { useTranslations } from 'use-intl';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';
import { BookingRoot } from './booking-root';

/** In the code, since a fallback shows when nothing else came. The bundler leaves out all other texts. */
const TEXTS = { en: en.fallback, de: de.fallback, fr: fr.fallback, es: es.fallback };

function Warning() {
  const t = useTranslations('fallback');
  return (
    <div className="mx-auto max-w-prose px-4 py-16">
      <Notice
        tone="warning"
        title={t('failed')}
        actions={<SiteLink href="/">{t('home')}</SiteLink>}
      />
    </div>
  );
}

/** What stands in the place of this slice when it cannot be shown. */
export function QuietFallback({ slot }: { slot: SlotProps }) {
  const language = languageOf(slot.locale);
  const words = { language, messages: { fallback: TEXTS[language] } };
  return (
    <BookingRoot slot={slot} words={words}>
      <Warning />
    </BookingRoot>
  );
}
