import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Price } from '@marketplace/services/shared/contract';
import { useTranslations } from 'use-intl';
import { useMoney } from './use-money';

interface SignInOfferProps {
  serviceId: string;
  start: string;
  prices: { guest: Price; signedIn: Price };
}

/** What signing in saves; comes back to the flow with the chosen time. */
export function SignInOffer({ serviceId, start, prices }: SignInOfferProps) {
  const t = useTranslations('details');
  const money = useMoney(prices.guest.currency);
  const back = `/book/${serviceId}?${new URLSearchParams({ start })}`;
  return (
    <Notice
      tone="info"
      title={t('signInOffer', {
        price: money(prices.signedIn.totalMinor),
        guestPrice: money(prices.guest.totalMinor),
      })}
      actions={
        <Button size="small" asChild>
          <a href={`/auth/sign-in?${new URLSearchParams({ next: back })}`}>{t('signIn')}</a>
        </Button>
      }
    />
  );
}
