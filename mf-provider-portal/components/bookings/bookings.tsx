import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Field } from '@marketplace/kit/ui/field';
import { Notice } from '@marketplace/kit/ui/notice';
import { Select } from '@marketplace/kit/ui/select';
import type {
  Profile,
  ProviderBooking,
  ProviderBookingList,
} from '@marketplace/services/provider/contract';
import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useClock } from '../use-clock';
import { useCustomer } from '../use-customer';
import { BookingTable } from './booking-table';
import { useBookings } from './use-bookings';

export interface BookingsProps {
  profile: Profile;
  list: ProviderBookingList;
}

const STATES = [
  'requested',
  'confirmed',
  'completed',
  'no_show',
  'cancelled',
  'declined',
  'expired',
] as const;
type Filter = (typeof STATES)[number];

export function Bookings({ profile, list: first }: BookingsProps) {
  const t = useTranslations('bookings');
  const state = useTranslations('state');
  const today = useTranslations('today');
  const { list, filter, busy, changed, trouble, show, act, more } = useBookings(first);
  return (
    <>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-display text-2xl font-semibold">{t('heading')}</h1>
          <p className="mt-1 text-sm text-muted">
            {today('zone', { zone: profile.timeZone.replaceAll('_', ' ') })}
          </p>
        </div>
        <Field label={t('filter')} className="min-w-44">
          <Select value={filter} onChange={(event) => show(event.target.value)}>
            <option value="">{t('all')}</option>
            {STATES.map((one) => (
              <option key={one} value={one}>
                {state(one)}
              </option>
            ))}
          </Select>
        </Field>
      </header>
      {trouble && (
        <Notice
          tone={trouble === 'moved' ? 'info' : 'danger'}
          title={t(trouble)}
          urgent
          className="mb-4"
        />
      )}
      <Announced booking={changed} timeZone={profile.timeZone} />
      {list.items.length === 0 ? (
        <NothingHere filter={filter} onShowAll={() => show('')} />
      ) : (
        <BookingTable
          bookings={list.items}
          timeZone={profile.timeZone}
          busy={busy}
          changed={changed}
          onAct={act}
        />
      )}
      {list.nextCursor && (
        <Button className="mt-6" onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function NothingHere({ filter, onShowAll }: { filter: string; onShowAll(): void }) {
  const t = useTranslations('bookings');
  const state = useTranslations('state');
  if (!filter) {
    return (
      <EmptyState icon={CalendarDays} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={CalendarDays}
      title={t('emptyFilteredTitle')}
      action={<Button onClick={onShowAll}>{t('showAll')}</Button>}
    >
      {t('emptyFilteredText', { state: state(filter as Filter) })}
    </EmptyState>
  );
}

/** Says aloud what has become of a booking that was acted on. */
function Announced({ booking, timeZone }: { booking: ProviderBooking | null; timeZone: string }) {
  const t = useTranslations('bookings');
  const state = useTranslations('state');
  const customer = useCustomer();
  const clock = useClock(timeZone);
  return (
    <p role="status" className="sr-only">
      {booking &&
        t('changed', {
          customer: customer(booking),
          when: clock.day(booking.start),
          state: state(booking.state),
        })}
    </p>
  );
}
