import { cn } from '@marketplace/kit/ui/lib';
import type { Booking } from '@marketplace/services/booking/contract';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { fetchBooking } from '../../data/bookings';
import { useMoney } from '../use-money';

interface ApprovalWaitProps {
  booking: Booking;
  token?: string | undefined;
  onChange(booking: Booking): void;
}

const STEPS = ['sent', 'answer', 'charge'] as const;
/** The first is done, the second is waited for. */
const MARKS = [
  'border-ink bg-ink text-canvas',
  'border-accent bg-accent-quiet',
  'border-line-strong',
];

/** Where a request stands, as steps; looked at anew whenever the page comes back into view. */
export function ApprovalWait({ booking, token, onChange }: ApprovalWaitProps) {
  const t = useTranslations('booking.approval');
  const money = useMoney(booking.price.currency);
  const { bookingId } = booking;

  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      fetchBooking(bookingId, { token }).then(onChange, () => undefined);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [bookingId, token, onChange]);

  const values = { provider: booking.providerName, total: money(booking.price.totalMinor) };
  return (
    <section aria-label={t('label')} className="rounded-card bg-sunken p-5">
      <ol className="grid gap-4">
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={index === 1 ? 'step' : undefined}
            className="flex items-start gap-3 text-sm"
          >
            <span
              className={cn(
                'grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular-nums',
                MARKS[index],
              )}
            >
              {index === 0 ? <Check aria-hidden className="size-3.5" /> : index + 1}
            </span>
            <span className={cn('pt-0.5', index === 2 && 'text-muted')}>{t(step, values)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
