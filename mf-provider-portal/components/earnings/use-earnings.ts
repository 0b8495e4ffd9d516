import { useCallback, useRef, useState } from 'react';
import { type EarningsRange, lastDays } from '../../data/days/earnings-days';
import { fetchEarnings } from '../../data/provider';

export const RANGES_DAYS = [7, 30, 90] as const;

const FIRST_DAYS = 30;

/** The range that is shown; of several asked for, only the last counts. */
export function useEarnings(first: EarningsRange) {
  const [range, setRange] = useState(first);
  const [days, setDays] = useState<number>(FIRST_DAYS);
  const [hasFailed, setHasFailed] = useState(false);
  const latest = useRef(0);

  const show = useCallback(async (count: number) => {
    const turn = ++latest.current;
    setDays(count);
    setHasFailed(false);
    const wanted = lastDays(count, Date.now());
    try {
      const earnings = await fetchEarnings(wanted);
      if (turn === latest.current) setRange({ ...wanted, earnings });
    } catch {
      if (turn === latest.current) setHasFailed(true);
    }
  }, []);
  return { range, days, hasFailed, show };
}
