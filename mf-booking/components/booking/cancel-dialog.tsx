import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@marketplace/kit/ui/dialog';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking } from '@marketplace/services/booking/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeBooking, fetchBooking } from '../../data/bookings';
import { useMoney } from '../use-money';

interface CancelDialogProps {
  booking: Booking;
  token?: string | undefined;
  onCancelled(booking: Booking): void;
}

/** Asks once, with the refund in the question and in the button. */
export function CancelDialog({ booking, token, onCancelled }: CancelDialogProps) {
  const t = useTranslations('booking');
  const money = useMoney(booking.price.currency);
  const [isOpen, setIsOpen] = useState(false);
  const [status, setStatus] = useState<'asking' | 'sending' | 'refused'>('asking');
  const refundMinor = booking.refundIfCancelledMinor;
  const amounts = { refund: money(refundMinor), total: money(booking.price.totalMinor) };

  const cancel = async () => {
    setStatus('sending');
    try {
      const body = { expectedRefundMinor: refundMinor };
      onCancelled(await changeBooking(booking.bookingId, 'cancel', body, token));
      setIsOpen(false);
    } catch {
      setStatus('refused');
      await fetchBooking(booking.bookingId, { token }).then(onCancelled, () => undefined);
    }
  };

  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="quiet">{t('cancel')}</Button>
      </DialogTrigger>
      <DialogContent
        title={t('cancelTitle')}
        description={refundMinor > 0 ? t('cancelText', amounts) : t('cancelNothing')}
        closeLabel={t('keep')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('keep')}</Button>
            </DialogClose>
            <Button
              variant="danger"
              loading={status === 'sending' && t('cancelling')}
              onClick={cancel}
            >
              {refundMinor > 0 ? t('cancelConfirm', amounts) : t('cancelConfirmNothing')}
            </Button>
          </>
        }
      >
        {status === 'refused' && <Notice tone="warning" urgent title={t('changed')} />}
      </DialogContent>
    </Dialog>
  );
}
