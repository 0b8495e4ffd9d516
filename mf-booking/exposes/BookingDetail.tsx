import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { useState } from 'react';
import { BookingView } from '../components/booking/booking-view';
import { NoSuchBooking } from '../components/booking/no-such-booking';
import { BookingRoot } from '../components/booking-root';
import type { BookingDetailProps } from './BookingDetail.server';

export default function BookingDetail({
  booking,
  words,
  slot,
}: BookingDetailProps & WithWords & { slot: SlotProps }) {
  const [shown, setShown] = useState(booking);
  return (
    <BookingRoot slot={slot} words={words}>
      {shown ? <BookingView booking={shown} onChange={setShown} /> : <NoSuchBooking />}
    </BookingRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
