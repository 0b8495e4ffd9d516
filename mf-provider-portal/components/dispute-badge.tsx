import { Badge } from '@marketplace/kit/ui/badge';
import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';

const TONES = { inquiry: 'warning', open: 'danger', won: 'success', lost: 'danger' } as const;

/** What has become of a payment that the customer's bank disputes. */
export function DisputeBadge({ booking }: { booking: Pick<ProviderBooking, 'dispute'> }) {
  const t = useTranslations('dispute');
  const state = booking.dispute?.state;
  return state ? <Badge tone={TONES[state]}>{t(state)}</Badge> : null;
}
