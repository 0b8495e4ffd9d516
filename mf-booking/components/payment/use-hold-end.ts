import { useCallback, useRef } from 'react';

/**
 * The end of a hold, told only when no payment is on its way: until the bank has answered,
 * nobody can say that the card was not charged.
 */
export function useHoldEnd(onHoldEnded: () => void) {
  const isBusy = useRef(false);
  const hasEnded = useRef(false);

  const onEnd = useCallback(() => {
    hasEnded.current = true;
    if (!isBusy.current) onHoldEnded();
  }, [onHoldEnded]);
  const onBusy = useCallback(
    (busy: boolean) => {
      isBusy.current = busy;
      if (!busy && hasEnded.current) onHoldEnded();
    },
    [onHoldEnded],
  );
  return { onEnd, onBusy };
}
