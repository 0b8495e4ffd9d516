import { useEffect, useState } from 'react';

/** True once a state has lasted for a while: what is over in a blink shows nothing. */
export function useDelayed(active: boolean, delayMs: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), delayMs);
    return () => clearTimeout(timer);
  }, [active, delayMs]);
  return active && lasting;
}
