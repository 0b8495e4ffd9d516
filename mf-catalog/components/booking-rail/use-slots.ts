import type { SlotList } from '@marketplace/services/booking/contract';
import { useEffect, useState } from 'react';
import { fetchSlots } from '../../data/catalog';

/** How far ahead a page looks; the booking flow shows the rest. */
export const DAYS_AHEAD = 21;
const DAY_MS = 86_400_000;
/** Several parts of a page ask for the same times at once. */
const SHARED_FOR_MS = 5000;

export type Slots =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; list: SlotList };

const asked = new Map<string, { at: number; answer: Promise<SlotList> }>();

/**
 * Free times of a service, fetched after paint; undefined asks for none yet.
 * `retry` asks again after a failure.
 */
export function useSlots(serviceId: string | undefined): { slots: Slots; retry: () => void } {
  const [slots, setSlots] = useState<Slots>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to ask again
  useEffect(() => {
    if (!serviceId) return;
    let current = true;
    setSlots({ status: 'loading' });
    freeTimes(serviceId).then(
      (list) => current && setSlots({ status: 'ready', list }),
      () => current && setSlots({ status: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [serviceId, attempt]);

  return { slots, retry: () => setAttempt((last) => last + 1) };
}

function freeTimes(serviceId: string): Promise<SlotList> {
  const now = Date.now();
  const known = asked.get(serviceId);
  if (known && now - known.at < SHARED_FOR_MS) return known.answer;
  const until = new Date(now + DAYS_AHEAD * DAY_MS).toISOString();
  const answer = fetchSlots(serviceId, new Date(now).toISOString(), until);
  asked.set(serviceId, { at: now, answer });
  answer.catch(() => asked.delete(serviceId));
  return answer;
}
