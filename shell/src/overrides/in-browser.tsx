import { type ReactNode, Suspense, useEffect, useState } from 'react';

/**
 * Shows what only somebody who overrides a slice gets, and only in the browser. A server that came upon
 * such late code would finish the page with inline scripts, which its policy forbids.
 */
export function InBrowser({ children }: { children: ReactNode }) {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return isInBrowser ? <Suspense>{children}</Suspense> : null;
}
