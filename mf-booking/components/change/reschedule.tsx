import { type Problem, ProblemError } from '@marketplace/kit/slice/request';
import { Button } from '@marketplace/kit/ui/button';
import { formatDateTime } from '@marketplace/kit/ui/date-time';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking, Slot } from '@marketplace/services/booking/contract';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { changeBooking, fetchBooking } from '../../data/bookings';
import { NearestFree } from '../calendar/nearest-free';
import { SlotPicker } from '../calendar/slot-picker';
import { useSlotMonth } from '../calendar/use-slot-month';
import { useTimeZone } from '../zone/use-time-zone';
import { MoveRefused } from './move-refused';

interface RescheduleProps {
  booking: Booking;
  token?: string | undefined;
  onChange(booking: Booking): void;
}

/** Moves a booking to another free time, on the page itself: same service, same price. */
export function Reschedule(props: RescheduleProps) {
  const { booking, onChange } = props;
  const t = useTranslations('booking.move');
  const locale = useLocale();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const [movedTo, setMovedTo] = useState<string | null>(null);

  const moved = (changed: Booking) => {
    setOpenedAt(null);
    setMovedTo(changed.start);
    onChange(changed);
  };
  if (openedAt) {
    return <Mover {...props} now={openedAt} onMoved={moved} onClose={() => setOpenedAt(null)} />;
  }
  const { timeZone } = booking;
  return (
    <>
      {movedTo === booking.start && (
        <Notice
          tone="success"
          className="w-full"
          title={t('moved', {
            time: formatDateTime({ instant: new Date(movedTo), timeZone, locale }),
          })}
        />
      )}
      {booking.canReschedule && (
        <Button onClick={() => setOpenedAt(new Date().toISOString())}>{t('open')}</Button>
      )}
    </>
  );
}

interface MoverProps extends Omit<RescheduleProps, 'onChange'> {
  now: string;
  onMoved(booking: Booking): void;
  onClose(): void;
}

const takeFocus = (heading: HTMLHeadingElement | null) => heading?.focus();

function Mover({ booking, token, now, onMoved, onClose }: MoverProps) {
  const t = useTranslations('booking.move');
  const locale = useLocale();
  const zone = useTimeZone(booking.timeZone);
  const { timeZone } = zone;
  const picker = useSlotMonth(booking.serviceId, { firstInstant: booking.start, timeZone });
  const [chosen, setChosen] = useState<Slot | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [lost, setLost] = useState<{ start: string; problem: Problem } | null>(null);
  const name = (instant: string) =>
    formatDateTime({ instant: new Date(instant), timeZone, locale });

  const choose = (slot: Slot) => {
    setChosen(slot);
    setLost(null);
  };
  const move = async ({ start }: Slot) => {
    setIsSending(true);
    try {
      onMoved(await changeBooking(booking.bookingId, 'reschedule', { start }, token));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const stands = await fetchBooking(booking.bookingId, { token }).catch(() => booking);
      if (stands.start === start) return onMoved(stands);
      setLost({ start, problem: error.problem });
      setChosen(null);
      setIsSending(false);
      picker.reload();
    }
  };

  return (
    <div className="w-full">
      {lost && (
        <MoveRefused problem={lost.problem} stays={name(booking.start)}>
          <NearestFree
            slots={picker.slots}
            lostStart={lost.start}
            seats={booking.seats}
            timeZone={timeZone}
            onTake={choose}
          />
        </MoveRefused>
      )}
      <SlotPicker
        heading={
          <div>
            <h2
              ref={takeFocus}
              tabIndex={-1}
              className="font-display text-xl font-semibold focus-visible:outline-none"
            >
              {t('heading')}
            </h2>
            <p className="mt-1 max-w-prose text-sm text-muted">{t('text')}</p>
          </div>
        }
        picker={picker}
        zone={zone}
        now={now}
        providerName={booking.providerName}
        seats={booking.seats}
        selected={chosen}
        onSelect={choose}
      />
      <div className="mt-6 flex flex-wrap items-center gap-3 border-t border-line pt-5">
        {chosen ? (
          <Button
            variant="primary"
            wraps
            loading={isSending && t('sending')}
            onClick={() => move(chosen)}
          >
            {t('confirm', { time: name(chosen.start) })}
          </Button>
        ) : (
          <p className="text-sm text-muted">{t('chooseFirst')}</p>
        )}
        <Button variant="quiet" onClick={onClose}>
          {t('keep', { time: name(booking.start) })}
        </Button>
      </div>
    </div>
  );
}
