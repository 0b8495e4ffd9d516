import type { Availability } from '@marketplace/services/provider/contract';
import { useCallback, useEffect, useState } from 'react';
import {
  exceptionsOf,
  hoursError,
  rulesOf,
  WEEKDAYS,
  type Week,
  weekOf,
} from '../../data/days/hours';
import { saveAvailability } from '../../data/provider';

export interface HoursDraft {
  week: Week;
  exceptions: Availability['overrides'];
}

export type SaveStatus = 'idle' | 'wrong' | 'saving' | 'saved' | 'failed';

const draftOf = ({ rules, overrides }: Availability): HoursDraft => ({
  week: weekOf(rules),
  exceptions: exceptionsOf(overrides),
});

const isWrong = ({ week, exceptions }: HoursDraft) =>
  WEEKDAYS.some((day) => hoursError(week[day])) ||
  exceptions.some(({ intervals }) => hoursError(intervals));

/** The hours as they are being edited; nothing counts until it is saved. */
export function useAvailability(first: Availability) {
  const { timeZone } = first;
  const [draft, setDraft] = useState(() => draftOf(first));
  const [isChanged, setIsChanged] = useState(false);
  const [status, setStatus] = useState<SaveStatus>('idle');

  const edit = useCallback((change: Partial<HoursDraft>) => {
    setDraft((known) => ({ ...known, ...change }));
    setIsChanged(true);
    setStatus('idle');
  }, []);

  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);

  const save = async () => {
    if (isWrong(draft)) return setStatus('wrong');
    setStatus('saving');
    try {
      const { week, exceptions } = draft;
      const input = { timeZone, rules: rulesOf(week), overrides: exceptions };
      setDraft(draftOf(await saveAvailability(input)));
      setIsChanged(false);
      setStatus('saved');
    } catch {
      setStatus('failed');
    }
  };
  return { draft, isChanged, status, edit, save };
}
