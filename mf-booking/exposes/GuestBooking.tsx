import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { GuestBooking as Booking } from '../components/booking/guest-booking';
import { BookingRoot } from '../components/booking-root';
import type { GuestBookingProps } from './GuestBooking.server';

export default function GuestBooking({
  bookingId,
  words,
  slot,
}: GuestBookingProps & WithWords & { slot: SlotProps }) {
  return (
    <BookingRoot slot={slot} words={words}>
      <Booking bookingId={bookingId} />
    </BookingRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
