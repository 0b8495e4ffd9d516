import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useCallback, useEffect, useState } from 'react';
import { fetchFreeMoves } from '../../../data/provider';
import { type MoveDay, movesByDay, rangeAround } from './move-days';

type Load = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; days: MoveDay[] };

/** The times that a booking could move to in the weeks around it, by day of the provider's calendar. */
export function useFreeMoves({ bookingId, start }: ProviderBooking, timeZone: string) {
  const [load, setLoad] = useState<Load>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again
  useEffect(() => {
    const abort = new AbortController();
    setLoad({ status: 'loading' });
    fetchFreeMoves(bookingId, rangeAround(start, Date.now()), { signal: abort.signal }).then(
      ({ slots }) => setLoad({ status: 'ready', days: movesByDay(slots, timeZone) }),
      () => abort.signal.aborted || setLoad({ status: 'failed' }),
    );
    return () => abort.abort();
  }, [bookingId, start, timeZone, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { load, retry };
}
