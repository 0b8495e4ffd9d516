import { useSitePath } from '@marketplace/kit/ui/site-link';
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { type SearchState, searchHref } from '../../data/search/search-state';

/** Id of the part of the page that has the results. */
export const RESULTS_ID = 'results';

interface SearchNavigation {
  /** Changes what is searched for; the URL and the results follow. */
  change: (patch: Partial<SearchState>) => void;
  /** What is asked for: ahead of the results while they are on their way. */
  wanted: SearchState;
  /** Whether new results are on their way. */
  pending: boolean;
}

/** The search lives in the URL: every change is a navigation that can be gone back from. */
export function useSearchNavigation(state: SearchState): SearchNavigation {
  const router = useRouter();
  const pathOf = useSitePath();
  const [pending, setPending] = useState(false);
  const [ahead, setAhead] = useState<SearchState>();
  const wanted = ahead ?? state;

  useEffect(() => {
    const start = (url: string): void => setPending(/(^|\/)search(\?|$)/.test(url));
    const end = (): void => {
      setPending(false);
      setAhead(undefined);
    };
    router.events.on('routeChangeStart', start);
    router.events.on('routeChangeComplete', end);
    router.events.on('routeChangeError', end);
    return () => {
      router.events.off('routeChangeStart', start);
      router.events.off('routeChangeComplete', end);
      router.events.off('routeChangeError', end);
    };
  }, [router]);

  const change = (patch: Partial<SearchState>): void => {
    const next = { ...wanted, ...patch };
    setAhead(next);
    void router.push(pathOf(searchHref(next)), undefined, { scroll: false }).then(showFirstResults);
  };
  return { change, wanted, pending };
}

/** Further down in the old results one would not see the new ones. */
function showFirstResults(): void {
  const results = document.getElementById(RESULTS_ID);
  if (results && results.getBoundingClientRect().top < 0)
    results.scrollIntoView({ block: 'start' });
}
