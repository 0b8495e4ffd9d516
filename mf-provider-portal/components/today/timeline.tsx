import type { ProviderBooking } from '@marketplace/services/provider/contract';
import type { useClock } from '../use-clock';
import { useCustomer } from '../use-customer';
import { useMoney } from '../use-money';

interface TimelineProps {
  title: string;
  bookings: ProviderBooking[];
  clock: ReturnType<typeof useClock>;
}

export function Timeline({ title, bookings, clock }: TimelineProps) {
  const money = useMoney();
  const customer = useCustomer();
  return (
    <section aria-label={title}>
      <h2 className="mb-3 text-sm font-medium text-muted">{title}</h2>
      <ol className="border-l border-line">
        {bookings.map((booking) => (
          <li
            key={booking.bookingId}
            className="relative grid gap-x-6 gap-y-0.5 py-3 pl-6 before:absolute before:-left-[5px] before:top-5 before:size-[9px] before:rounded-full before:border before:border-line-strong before:bg-canvas sm:grid-cols-[11rem_1fr_auto]"
          >
            <time dateTime={booking.start} className="text-sm tabular-nums">
              <span className="text-muted">{clock.day(booking.start)}</span>{' '}
              <span className="font-semibold">{clock.time(booking.start)}</span>
            </time>
            <span className="min-w-0">
              <span className="block font-medium">{customer(booking)}</span>
              <span className="block text-sm text-muted">{booking.serviceTitle}</span>
            </span>
            <span className="text-sm tabular-nums">
              {money(booking.providerNetMinor, booking.price.currency)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
