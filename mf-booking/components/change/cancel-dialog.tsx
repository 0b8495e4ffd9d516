import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@marketplace/kit/ui/dialog';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking } from '@marketplace/services/booking/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeBooking, fetchBooking } from '../../data/bookings';
import { isPaid } from '../../data/payment/paid';
import { useMoney } from '../use-money';

interface CancelDialogProps {
  booking: Booking;
  token?: string | undefined;
  onChange(booking: Booking): void;
}

/** The question and the button of it: what goes back, if anything was charged at all. */
function useWords(booking: Booking) {
  const t = useTranslations('booking');
  const money = useMoney(booking.price.currency);
  const refundMinor = booking.refundIfCancelledMinor;
  const amounts = { refund: money(refundMinor), total: money(booking.price.totalMinor) };
  if (!isPaid(booking)) return { text: t('cancelUnpaid'), confirm: t('cancelConfirmUnpaid') };
  if (refundMinor === 0) return { text: t('cancelNothing'), confirm: t('cancelConfirmNothing') };
  return { text: t('cancelText', amounts), confirm: t('cancelConfirm', amounts) };
}

/** Asks once, with the refund in the question and in the button. */
export function CancelDialog({ booking, token, onChange }: CancelDialogProps) {
  const t = useTranslations('booking');
  const words = useWords(booking);
  const [isOpen, setIsOpen] = useState(false);
  const [status, setStatus] = useState<'asking' | 'sending' | 'refused'>('asking');

  const cancel = async () => {
    setStatus('sending');
    try {
      const body = isPaid(booking) ? { expectedRefundMinor: booking.refundIfCancelledMinor } : {};
      const cancelled = await changeBooking(booking.bookingId, 'cancel', body, token);
      setIsOpen(false);
      onChange(cancelled);
    } catch {
      setStatus('refused');
      await fetchBooking(booking.bookingId, { token }).then(onChange, () => undefined);
    }
  };

  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="quiet">{t('cancel')}</Button>
      </DialogTrigger>
      <DialogContent
        title={t('cancelTitle')}
        description={words.text}
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
              {words.confirm}
            </Button>
          </>
        }
      >
        {status === 'refused' && <Notice tone="warning" urgent title={t('changed')} />}
      </DialogContent>
    </Dialog>
  );
}
