import type { Slot } from '@marketplace/services/booking/contract';
import { useCallback, useEffect, useState } from 'react';
import { fetchSlots } from '../../data/bookings';
import { type Day, monthRange } from '../../data/calendar-days';

export type SlotsState =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; slots: Slot[]; timeZone: string };

/** Free times of the month that is shown; fetched anew on `reload`, since others book too. */
export function useSlots(serviceId: string, month: Day) {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<SlotsState>({ status: 'loading' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again
  useEffect(() => {
    const abort = new AbortController();
    const { from, to } = monthRange(month);
    setState({ status: 'loading' });
    fetchSlots(serviceId, from, to, { signal: abort.signal }).then(
      (answer) => setState({ status: 'ready', ...answer }),
      () => abort.signal.aborted || setState({ status: 'failed' }),
    );
    return () => abort.abort();
  }, [serviceId, month, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { state, reload };
}
