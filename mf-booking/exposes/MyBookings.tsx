import type { SlotProps } from '@marketplace/kit/slice';
import { BookingRoot } from '../components/booking-root';
import { MyBookings as List } from '../components/list/my-bookings';
import type { MyBookingsProps } from './MyBookings.server';

export default function MyBookings({ slot, ...list }: MyBookingsProps & { slot: SlotProps }) {
  return (
    <BookingRoot slot={slot}>
      <List {...list} />
    </BookingRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
