import { useEffect, useState } from 'react';

/**
 * Whole seconds until an instant, rounded up, never below 0. Undefined until the browser has taken over,
 * since the server's idea of now is not part of the page.
 */
export function useRemainingSeconds(endsAt: string): number | undefined {
  const [remaining, setRemaining] = useState<number>();
  useEffect(() => {
    const end = new Date(endsAt).getTime();
    const update = (): number => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setRemaining(seconds);
      return seconds;
    };
    if (update() === 0) return;
    const ticking = setInterval(() => {
      if (update() === 0) clearInterval(ticking);
    }, 1000);
    return () => clearInterval(ticking);
  }, [endsAt]);
  return remaining;
}
