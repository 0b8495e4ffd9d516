import type { SlotProps } from '@marketplace/kit/slice';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import type { Price } from '@marketplace/services/shared/contract';
import { useRouter } from 'next/router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { bookingPath, forgetHold, type Hold } from '../../data/hold';
import { TEST_FORM_KEY } from '../../data/payment/payment';
import { settledBooking } from '../../data/payment/settled';
import { SignInOffer } from '../sign-in-offer';
import { useMoney } from '../use-money';
import { CardForm } from './card-form';
import { HoldTimer } from './hold-timer';
import { Terms } from './terms';
import { useHoldEnd } from './use-hold-end';

const StripeForm = lazy(async () => ({ default: (await import('./stripe-form')).StripeForm }));

interface PayStepProps {
  service: ServiceDetail;
  hold: Hold;
  /** What it would cost signed in; null for who is. */
  signedInPrice: Price | null;
  slot: SlotProps;
  onHoldEnded(): void;
}

export function PayStep({ service, hold, signedInPrice, slot, onHoldEnded }: PayStepProps) {
  const t = useTranslations('pay');
  const money = useMoney(hold.price.currency);
  const router = useRouter();
  const [isSettling, setIsSettling] = useState(false);
  const { onEnd, onBusy } = useHoldEnd(onHoldEnded);
  const total = money(hold.price.totalMinor);
  const path = bookingPath(hold);

  const onPaid = useCallback(async () => {
    setIsSettling(true);
    await settledBooking(hold.bookingId, { token: hold.accessToken }).catch(() => null);
    forgetHold(service.id);
    await router.push(path);
  }, [hold, service.id, router, path]);

  const Form = slot.stripePublishableKey === TEST_FORM_KEY ? CardForm : StripeForm;
  return (
    <section className="grid max-w-lg gap-5">
      <h2 tabIndex={-1} className="font-display text-xl font-semibold focus-visible:outline-none">
        {t('heading')}
      </h2>
      {isSettling ? (
        <Notice tone="success" title={t('confirming')} />
      ) : (
        <>
          <HoldTimer expiresAt={hold.holdExpiresAt} onEnd={onEnd} />
          {signedInPrice && hold.price.surchargeMinor > 0 && (
            <SignInOffer
              serviceId={service.id}
              start={hold.start}
              prices={{ guest: hold.price, signedIn: signedInPrice }}
            />
          )}
          <Terms service={service} start={hold.start} total={total} />
          <Suspense>
            <Form
              clientSecret={hold.clientSecret}
              publishableKey={slot.stripePublishableKey}
              returnUrl={`${slot.publicOrigin}${path}`}
              submitLabel={t('submit', { total })}
              payingLabel={t('paying', { total })}
              onBusy={onBusy}
              onPaid={onPaid}
            />
          </Suspense>
        </>
      )}
    </section>
  );
}
