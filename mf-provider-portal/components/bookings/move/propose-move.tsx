import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@marketplace/kit/ui/dialog';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useClock } from '../../use-clock';
import { useCustomer } from '../../use-customer';
import { MoveTimes } from './move-times';

interface ProposeMoveProps {
  booking: ProviderBooking;
  timeZone: string;
  isBusy: boolean;
  onPropose(start: string): Promise<void>;
}

/** Asks the customer for another time, after saying that nothing moves until they agree. */
export function ProposeMove({ booking, timeZone, isBusy, onPropose }: ProposeMoveProps) {
  const t = useTranslations('bookings.move');
  const words = useTranslations('bookings');
  const customer = useCustomer();
  const clock = useClock(timeZone);
  const [isOpen, setIsOpen] = useState(false);
  const [start, setStart] = useState<string | null>(null);
  const when = (instant: string) => `${clock.day(instant)}, ${clock.time(instant)}`;
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="small">{words('actions.propose-move')}</Button>
      </DialogTrigger>
      <DialogContent
        title={t('title')}
        description={t('text', { customer: customer(booking), when: when(booking.start) })}
        closeLabel={t('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('close')}</Button>
            </DialogClose>
            {start && (
              <Button
                variant="primary"
                loading={isBusy && words('sending')}
                onClick={() => onPropose(start).then(() => setIsOpen(false))}
              >
                {t('confirm', { when: when(start) })}
              </Button>
            )}
          </>
        }
      >
        {booking.proposedStart && (
          <Notice tone="info" title={t('replaces', { when: when(booking.proposedStart) })} />
        )}
        <MoveTimes booking={booking} timeZone={timeZone} start={start} onChoose={setStart} />
      </DialogContent>
    </Dialog>
  );
}
