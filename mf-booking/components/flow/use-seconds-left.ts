import { useEffect, useState } from 'react';

const MS_PER_SECOND = 1000;

const secondsUntil = (instant: string) =>
  Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / MS_PER_SECOND));

/** Whole seconds until an instant, counted down; `onEnd` is called once when it is reached. */
export function useSecondsLeft(instant: string, onEnd: () => void): number {
  const [left, setLeft] = useState(() => secondsUntil(instant));
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsUntil(instant);
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      onEnd();
    }, MS_PER_SECOND);
    return () => clearInterval(timer);
  }, [instant, onEnd]);
  return left;
}
