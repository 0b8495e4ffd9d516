import { useCallback, useEffect, useState } from 'react';

export interface ZoneChoice {
  timeZone: string;
  /** The provider's zone and the viewer's own. */
  likely: string[];
  /** Every zone that the browser knows; empty until it has taken over. */
  all: string[];
  choose(timeZone: string): void;
}

const KEY = 'em:zone';

/** The zone that was chosen in this tab before, else the browser's own. */
export const viewerZone = (): string =>
  sessionStorage.getItem(KEY) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The zone that times are shown in: the provider's, since that is where the appointment is,
 * unless the viewer chose another one.
 */
export function useTimeZone(providerZone: string): ZoneChoice {
  const [timeZone, setTimeZone] = useState(providerZone);
  const [likely, setLikely] = useState([providerZone]);
  const [all, setAll] = useState<string[]>([]);

  useEffect(() => {
    setTimeZone(sessionStorage.getItem(KEY) ?? providerZone);
    setLikely([...new Set([providerZone, viewerZone(), 'UTC'])]);
    setAll(Intl.supportedValuesOf('timeZone'));
  }, [providerZone]);

  const choose = useCallback((chosen: string) => {
    sessionStorage.setItem(KEY, chosen);
    setTimeZone(chosen);
  }, []);
  return { timeZone, likely, all, choose };
}

/** The zone of who looks at a page; undefined on the server, which cannot know. */
export function useViewerZone(): string | undefined {
  const [zone, setZone] = useState<string>();
  useEffect(() => setZone(viewerZone()), []);
  return zone;
}
