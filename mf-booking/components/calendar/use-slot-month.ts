import type { Slot } from '@marketplace/services/booking/contract';
import { useCallback, useEffect, useState } from 'react';
import { fetchSlots } from '../../data/bookings';
import { addMonths, type Day, dayOf, monthRange } from '../../data/calendar/calendar-days';

export type SlotsState =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; slots: Slot[] };

interface Fetched {
  month: Day;
  state: SlotsState;
}

export interface SlotMonth {
  month: Day;
  slots: SlotsState;
  /** End of the booking horizon, a UTC instant; unknown before the first answer. */
  bookableUntil: string | undefined;
  show(month: Day): void;
  reload(): void;
}

/**
 * Free times of one month at a time, first of the month that `firstInstant` is in;
 * fetched anew on `reload`, since others book too.
 */
export function useSlotMonth(
  serviceId: string,
  { firstInstant, timeZone }: { firstInstant: string; timeZone: string },
): SlotMonth {
  const [shown, show] = useState<Day | null>(null);
  const month = shown ?? addMonths(dayOf(firstInstant, timeZone), 0);
  const [attempt, setAttempt] = useState(0);
  const [bookableUntil, setBookableUntil] = useState<string>();
  const [fetched, setFetched] = useState<Fetched | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again
  useEffect(() => {
    const abort = new AbortController();
    const { from, to } = monthRange(month);
    const keep = (state: SlotsState) => abort.signal.aborted || setFetched({ month, state });
    keep({ status: 'loading' });
    fetchSlots(serviceId, from, to, { signal: abort.signal }).then(
      ({ slots, bookableUntil }) => {
        keep({ status: 'ready', slots });
        if (!abort.signal.aborted) setBookableUntil(bookableUntil);
      },
      () => keep({ status: 'failed' }),
    );
    return () => abort.abort();
  }, [serviceId, month, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const slots = fetched?.month === month ? fetched.state : ({ status: 'loading' } as const);
  return { month, slots, bookableUntil, show, reload };
}
