import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { useRemainingSeconds } from '@marketplace/kit/ui/timer';
import type { Booking } from '@marketplace/services/booking/contract';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { holdOf, recallHold, rememberHold } from '../../data/hold';
import { settledBooking } from '../../data/payment/settled';
import { HoldTimer } from '../payment/hold-timer';

interface PaymentWaitProps {
  booking: Booking;
  token?: string | undefined;
  /** The bank sent the customer back without a payment. */
  hasFailed: boolean;
  onChange(booking: Booking): void;
}

/** A booking whose payment has not arrived: waited for in words, with the way back to paying it. */
export function PaymentWait({ booking, token, hasFailed, onChange }: PaymentWaitProps) {
  const t = useTranslations('booking.payment');
  const [isLate, setIsLate] = useState(false);
  const isOver = useRemainingSeconds(booking.holdExpiresAt ?? booking.createdAt) === 0;

  useEffect(() => {
    if (hasFailed) return;
    const abort = new AbortController();
    settledBooking(booking.bookingId, { token, signal: abort.signal }).then(
      (settled) => abort.signal.aborted || (settled ? onChange(settled) : setIsLate(true)),
      () => abort.signal.aborted || setIsLate(true),
    );
    return () => abort.abort();
  }, [booking.bookingId, token, hasFailed, onChange]);

  if (!hasFailed && !isLate && !isOver) {
    return (
      <Notice tone="info" title={t('waitingTitle')} actions={<PayAgain {...{ booking, token }} />}>
        {t('waitingText')}
      </Notice>
    );
  }
  if (isOver) {
    return (
      <Notice
        tone="warning"
        urgent
        title={t('overTitle')}
        actions={
          <Button asChild variant="primary">
            <a href={`/book/${booking.serviceId}`}>{t('chooseAgain')}</a>
          </Button>
        }
      >
        {t('overText')}
      </Notice>
    );
  }
  return (
    <Notice
      tone={hasFailed ? 'danger' : 'warning'}
      urgent
      title={t(hasFailed ? 'failedTitle' : 'lateTitle')}
      actions={<PayAgain {...{ booking, token }} />}
    >
      {t(hasFailed ? 'failedText' : 'lateText')}
    </Notice>
  );
}

/** Back to the payment of the same hold, which the flow finds in the tab's memory. */
function PayAgain({ booking, token }: Pick<PaymentWaitProps, 'booking' | 'token'>) {
  const t = useTranslations('booking.payment');
  const keepHold = () => {
    const known = recallHold(booking.serviceId, Date.now());
    const hold = holdOf(booking, token);
    if (hold && known?.bookingId !== booking.bookingId) rememberHold(booking.serviceId, hold);
  };
  return (
    <>
      {booking.holdExpiresAt && <HoldTimer expiresAt={booking.holdExpiresAt} />}
      <Button asChild variant="primary">
        <a href={`/book/${booking.serviceId}`} onClick={keepHold}>
          {t('pay')}
        </a>
      </Button>
    </>
  );
}
