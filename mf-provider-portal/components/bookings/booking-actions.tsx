import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@marketplace/kit/ui/dialog';
import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BookingAction, Decision } from '../../data/provider';
import { useCustomer } from '../use-customer';
import { useMoney } from '../use-money';
import { ProposeMove } from './move/propose-move';

interface BookingActionsProps {
  booking: ProviderBooking;
  timeZone: string;
  /** What is under way for this booking. */
  busy: BookingAction | null;
  onAct(decision: Decision): Promise<void>;
}

/** What the booking's process allows now; giving money back asks once. */
export function BookingActions(props: BookingActionsProps) {
  const { booking, timeZone, busy, onAct } = props;
  const t = useTranslations('bookings');
  if (booking.actions.length === 0) return null;
  const button = (action: Exclude<BookingAction, 'cancel' | 'propose-move'>) => (
    <Button
      key={action}
      size="small"
      variant={action === 'accept' ? 'primary' : 'secondary'}
      loading={busy === action && t('sending')}
      disabled={busy !== null && busy !== action}
      onClick={() => onAct({ action })}
    >
      {t(`actions.${action}`)}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2 py-1 lg:py-0">
      {booking.actions.map((action) => {
        if (action === 'cancel') return <CancelAction key={action} {...props} />;
        if (action !== 'propose-move') return button(action);
        return (
          <ProposeMove
            key={action}
            booking={booking}
            timeZone={timeZone}
            isBusy={busy === action}
            onPropose={(start) => onAct({ action, start })}
          />
        );
      })}
    </div>
  );
}

function CancelAction({ booking, busy, onAct }: BookingActionsProps) {
  const t = useTranslations('bookings');
  const money = useMoney();
  const customer = useCustomer();
  const [isOpen, setIsOpen] = useState(false);
  const total = money(booking.price.totalMinor, booking.price.currency);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="small" variant="quiet">
          {t('actions.cancel')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('cancelTitle')}
        description={t('cancelText', { customer: customer(booking), total })}
        closeLabel={t('keep')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('keep')}</Button>
            </DialogClose>
            <Button
              variant="danger"
              loading={busy === 'cancel' && t('sending')}
              onClick={() => onAct({ action: 'cancel' }).then(() => setIsOpen(false))}
            >
              {t('cancelConfirm', { total })}
            </Button>
          </>
        }
      />
    </Dialog>
  );
}
