import type { SlotProps } from '@marketplace/kit/slice';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { refundDeadlines } from '@marketplace/services/domain/policy';
import type { Price } from '@marketplace/services/shared/contract';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useCallback, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TEST_FORM_KEY } from '../../data/payment';
import { settledBooking } from '../../data/settled';
import { useMoney } from '../use-money';
import { CardForm } from './card-form';
import type { Hold } from './flow-state';
import { forgetHold } from './hold-storage';
import { HoldTimer } from './hold-timer';
import { SignInOffer } from './sign-in-offer';

const StripeForm = dynamic(() => import('./stripe-form').then((module) => module.StripeForm), {
  ssr: false,
});

interface PayStepProps {
  service: ServiceDetail;
  hold: Hold;
  /** What it would cost signed in; null for who is. */
  signedInPrice: Price | null;
  slot: SlotProps;
  onHoldEnded(): void;
}

/** What a payment form of either kind is given. */
export interface PaymentFormProps {
  clientSecret: string;
  publishableKey: string;
  /** Where the bank sends the customer back to. */
  returnUrl: string;
  submitLabel: string;
  payingLabel: string;
  onPaid(): void;
}

export function PayStep({ service, hold, signedInPrice, slot, onHoldEnded }: PayStepProps) {
  const t = useTranslations('pay');
  const money = useMoney(hold.price.currency);
  const router = useRouter();
  const [isSettling, setIsSettling] = useState(false);
  const total = money(hold.price.totalMinor);
  const bookingPath = `/b/${hold.bookingId}?${new URLSearchParams({ t: hold.accessToken })}`;

  const onPaid = useCallback(async () => {
    setIsSettling(true);
    await settledBooking(hold.bookingId, hold.accessToken).catch(() => null);
    forgetHold(service.id);
    await router.push(bookingPath);
  }, [hold, service.id, router, bookingPath]);

  const Form = slot.stripePublishableKey === TEST_FORM_KEY ? CardForm : StripeForm;
  if (isSettling) return <Notice tone="success" title={t('confirming')} />;
  return (
    <section className="grid max-w-lg gap-5">
      <h2 className="font-display text-xl font-semibold">{t('heading')}</h2>
      <HoldTimer expiresAt={hold.holdExpiresAt} onEnd={onHoldEnded} />
      {signedInPrice && hold.price.surchargeMinor > 0 && (
        <SignInOffer
          serviceId={service.id}
          start={hold.start}
          prices={{ guest: hold.price, signedIn: signedInPrice }}
        />
      )}
      <Terms service={service} start={hold.start} total={total} />
      <Form
        clientSecret={hold.clientSecret}
        publishableKey={slot.stripePublishableKey}
        returnUrl={`${slot.publicOrigin}${bookingPath}`}
        submitLabel={t('submit', { total })}
        payingLabel={t('paying', { total })}
        onPaid={onPaid}
      />
    </section>
  );
}

interface TermsProps {
  service: ServiceDetail;
  start: string;
  total: string;
}

/** What is charged when, and until when it can be taken back, before it happens. */
function Terms({ service, start, total }: TermsProps) {
  const t = useTranslations('pay');
  const locale = useLocale();
  const { wholeUntil, halfUntil } = refundDeadlines(service.policy, new Date(start));
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: service.timeZone,
  });
  const isOpen = (deadline: Date) => deadline.getTime() > Date.now();
  return (
    <p className="text-sm">
      {service.requiresApproval
        ? t('authorise', { provider: service.providerName, total })
        : t('youPay', { total })}{' '}
      {isOpen(wholeUntil) && t('freeUntil', { date: format.format(wholeUntil) })}{' '}
      {halfUntil && isOpen(halfUntil) && t('halfUntil', { date: format.format(halfUntil) })}
    </p>
  );
}
