import type {
  OperatorBooking,
  OperatorBookingDetail,
} from '@marketplace/services/provider/contract';
import { useState } from 'react';
import { findBookings, inspectBooking } from '../../../data/operator';

/** What was looked up: the bookings found, and the one that is open. */
export function useLookup() {
  const [found, setFound] = useState<OperatorBooking[] | null>(null);
  const [open, setOpen] = useState<OperatorBookingDetail | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function run(work: () => Promise<void>) {
    setIsBusy(true);
    setHasFailed(false);
    try {
      await work();
    } catch {
      setHasFailed(true);
    }
    setIsBusy(false);
  }

  return {
    found,
    open,
    isBusy,
    hasFailed,
    find: (q: string) =>
      run(async () => {
        setOpen(null);
        const { items } = await findBookings(q);
        setFound(items);
        const [only] = items;
        if (only && items.length === 1) setOpen(await inspectBooking(only.bookingId));
      }),
    inspect: (bookingId: string) => run(async () => setOpen(await inspectBooking(bookingId))),
    /** Shows a booking as it has become. */
    replace: setOpen,
  };
}
