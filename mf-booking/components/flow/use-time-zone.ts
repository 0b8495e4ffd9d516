import { useEffect, useState } from 'react';

export interface ZoneChoice {
  timeZone: string;
  options: string[];
  choose(timeZone: string): void;
}

/**
 * The zone that times are shown in: the provider's, since that is where the appointment is,
 * with the viewer's own as a choice once the browser has told it.
 */
export function useTimeZone(providerZone: string): ZoneChoice {
  const [timeZone, choose] = useState(providerZone);
  const [options, setOptions] = useState([providerZone]);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setOptions([...new Set([providerZone, own, 'UTC'])]);
  }, [providerZone]);
  return { timeZone, options, choose };
}
