import { ProblemError } from '@marketplace/kit/slice/request';
import type { ProviderBooking, ProviderBookingList } from '@marketplace/services/provider/contract';
import { useCallback, useRef, useState } from 'react';
import {
  actOnBooking,
  type BookingAction,
  type Decision,
  fetchBookings,
} from '../../data/provider';

export type Trouble = 'failed' | 'moved' | null;

export interface Busy {
  bookingId: string;
  action: BookingAction;
}

/** The list with what the provider does to it; a booking that has moved on meanwhile is read again. */
export function useBookings(first: ProviderBookingList) {
  const [list, setList] = useState(first);
  const [filter, setFilter] = useState('');
  const [busy, setBusy] = useState<Busy | null>(null);
  const [changed, setChanged] = useState<ProviderBooking | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const latest = useRef(0);

  const load = useCallback(async (state: string, cursor?: string): Promise<Trouble> => {
    const turn = ++latest.current;
    try {
      const page = await fetchBookings({ state: state || undefined, cursor });
      if (turn !== latest.current) return null;
      setList((known) => (cursor ? { ...page, items: [...known.items, ...page.items] } : page));
      return null;
    } catch {
      return 'failed';
    }
  }, []);

  const show = useCallback(
    async (state: string) => {
      setFilter(state);
      setTrouble(await load(state));
    },
    [load],
  );

  const act = useCallback(
    async ({ bookingId }: ProviderBooking, decision: Decision) => {
      setBusy({ bookingId, action: decision.action });
      setTrouble(null);
      try {
        const acted = await actOnBooking(bookingId, decision);
        const replaced = (one: ProviderBooking) => (one.bookingId === bookingId ? acted : one);
        setList((known) => ({ ...known, items: known.items.map(replaced) }));
        setChanged(acted);
      } catch (error) {
        const hasMoved = error instanceof ProblemError && error.problem.status === 409;
        setTrouble(hasMoved ? ((await load(filter)) ?? 'moved') : 'failed');
      } finally {
        setBusy(null);
      }
    },
    [load, filter],
  );

  const more = useCallback(
    async () => setTrouble(await load(filter, list.nextCursor)),
    [load, filter, list.nextCursor],
  );
  return { list, filter, busy, changed, trouble, show, act, more };
}
