import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';

/** Who is coming, in words; a name that was erased on request stays erased. */
export function useCustomer() {
  const t = useTranslations('bookings');
  return ({
    customerName,
    customerKind,
  }: Pick<ProviderBooking, 'customerName' | 'customerKind'>) => {
    if (!customerName) return t('erased');
    return customerKind === 'guest' ? t('guestNamed', { name: customerName }) : customerName;
  };
}
