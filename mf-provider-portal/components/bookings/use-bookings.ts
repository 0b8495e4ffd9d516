import { ProblemError } from '@marketplace/kit/slice/request';
import type { ProviderBooking, ProviderBookingList } from '@marketplace/services/provider/contract';
import { useCallback, useState } from 'react';
import { actOnBooking, type BookingAction, fetchBookings } from '../../data/provider';

export type Trouble = 'failed' | 'moved' | null;

/** The list with what the provider does to it; a booking that has moved on meanwhile is read again. */
export function useBookings(first: ProviderBookingList) {
  const [list, setList] = useState(first);
  const [filter, setFilter] = useState('');
  const [busyId, setBusyId] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);

  const load = useCallback(async (state: string, cursor?: string) => {
    try {
      const page = await fetchBookings({ state: state || undefined, cursor });
      setList((known) => (cursor ? { ...page, items: [...known.items, ...page.items] } : page));
      setTrouble(null);
    } catch {
      setTrouble('failed');
    }
  }, []);

  const show = useCallback(
    (state: string) => {
      setFilter(state);
      return load(state);
    },
    [load],
  );

  const act = useCallback(
    async (booking: ProviderBooking, action: BookingAction) => {
      setBusyId(booking.bookingId);
      setTrouble(null);
      try {
        const changed = await actOnBooking(booking.bookingId, action);
        setList((known) => ({
          ...known,
          items: known.items.map((one) => (one.bookingId === changed.bookingId ? changed : one)),
        }));
      } catch (error) {
        const hasMoved = error instanceof ProblemError && error.problem.status === 409;
        if (hasMoved) await load(filter);
        setTrouble(hasMoved ? 'moved' : 'failed');
      } finally {
        setBusyId(null);
      }
    },
    [load, filter],
  );

  const more = useCallback(() => load(filter, list.nextCursor), [load, filter, list.nextCursor]);
  return { list, filter, busyId, trouble, show, act, more };
}
