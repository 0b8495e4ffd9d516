import { useEffect, useState } from 'react';

/** Who is looking, as the shell knows it; `undefined` until it has answered. */
export interface Viewer {
  signedIn: boolean;
  name?: string;
  email?: string;
}

export function useViewer(): Viewer | undefined {
  const [viewer, setViewer] = useState<Viewer>();
  useEffect(() => {
    const abort = new AbortController();
    fetch('/auth/me', { signal: abort.signal, cache: 'no-store' })
      .then((response) => response.json() as Promise<Viewer>)
      .then(setViewer, () => abort.signal.aborted || setViewer({ signedIn: false }));
    return () => abort.abort();
  }, []);
  return viewer;
}
