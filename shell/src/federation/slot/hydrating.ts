import { useEffect } from 'react';

let hydrating = typeof window !== 'undefined';

/** Whether the page that the server rendered is still being hydrated in this tab. */
export function isHydrating(): boolean {
  return hydrating;
}

/** The page is hydrated when the effects of its slots run. */
export function useEndOfHydration(): void {
  useEffect(() => {
    hydrating = false;
  }, []);
}
