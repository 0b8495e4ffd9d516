import type { SlotProps } from '@marketplace/kit/slice';
import { Notice } from '@marketplace/kit/ui/notice';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { BookingRoot } from './booking-root';

function Words() {
  const t = useTranslations('flow');
  const home = useTranslations('booking')('home');
  return (
    <div className="mx-auto max-w-prose px-4 py-16">
      <Notice tone="warning" title={t('failed')} actions={<Link href="/">{home}</Link>} />
    </div>
  );
}

/** What stands in the place of this slice when it cannot be shown. */
export function QuietFallback({ slot }: { slot: SlotProps }) {
  return (
    <BookingRoot slot={slot}>
      <Words />
    </BookingRoot>
  );
}
