import type { SlotProps } from '@marketplace/kit/slice';
import { GuestBooking as Booking } from '../components/booking/guest-booking';
import { BookingRoot } from '../components/booking-root';
import type { GuestBookingProps } from './GuestBooking.server';

export default function GuestBooking({ bookingId, slot }: GuestBookingProps & { slot: SlotProps }) {
  return (
    <BookingRoot slot={slot}>
      <Booking bookingId={bookingId} />
    </BookingRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
