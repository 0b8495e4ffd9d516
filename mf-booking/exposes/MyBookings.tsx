import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { BookingRoot } from '../components/booking-root';
import { MyBookings as List } from '../components/list/my-bookings';
import type { MyBookingsProps } from './MyBookings.server';

export default function MyBookings({
  slot,
  words,
  ...list
}: MyBookingsProps & WithWords & { slot: SlotProps }) {
  return (
    <BookingRoot slot={slot} words={words}>
      <List {...list} />
    </BookingRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
