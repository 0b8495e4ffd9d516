import { useEffect, useState } from 'react';
import type { Viewer } from '../../identity/viewer';

const NOBODY: Viewer = { signedIn: false, groups: [] };

/** Who is looking, asked for after paint, since pages themselves are the same for everybody. */
export function useViewer(): Viewer | undefined {
  const [viewer, setViewer] = useState<Viewer>();
  useEffect(() => {
    const asking = new AbortController();
    askWho(asking.signal).then(setViewer, () => undefined);
    return () => asking.abort();
  }, []);
  return viewer;
}

async function askWho(signal: AbortSignal): Promise<Viewer> {
  const answer = await fetch('/auth/me', { signal, cache: 'no-store' });
  return answer.ok ? await answer.json() : NOBODY;
}
