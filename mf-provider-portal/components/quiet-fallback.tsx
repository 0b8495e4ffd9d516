import type { SlotProps } from '@marketplace/kit/slice';
import { Notice } from '@marketplace/kit/ui/notice';
import { useTranslations } from 'use-intl';
import { PortalRoot } from './portal-root';

function Words() {
  const t = useTranslations('frame');
  return (
    <div className="mx-auto max-w-prose px-4 py-16">
      <Notice tone="warning" title={t('failed')} actions={<a href="/portal">{t('retry')}</a>} />
    </div>
  );
}

/** What stands in the place of this slice when it cannot be shown. */
export function QuietFallback({ slot }: { slot: SlotProps }) {
  return (
    <PortalRoot slot={slot}>
      <Words />
    </PortalRoot>
  );
}
