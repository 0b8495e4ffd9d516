import type { ServiceList, ServiceSummary } from '@marketplace/services/catalog/contract';
import { useEffect, useState } from 'react';
import { fetchServices, PAGE_SIZE } from '../../data/catalog';
import { apiQuery, type SearchState } from '../../data/search/search-state';

export type MoreStatus = 'idle' | 'loading' | 'failed';

interface Results {
  items: readonly ServiceSummary[];
  hasMore: boolean;
  status: MoreStatus;
  loadMore: () => Promise<void>;
}

interface Pages {
  first: ServiceList | null;
  items: readonly ServiceSummary[];
  nextCursor: string | undefined;
}

const pagesOf = (first: ServiceList | null): Pages => ({
  first,
  items: first?.items ?? [],
  nextCursor: first?.nextCursor,
});

/** The first page as the server rendered it, and those loaded after it. A new search starts again. */
export function useResults(first: ServiceList | null, state: SearchState): Results {
  const [pages, setPages] = useState(() => pagesOf(first));
  const [status, setStatus] = useState<MoreStatus>('idle');
  const current = pages.first === first ? pages : pagesOf(first);

  useEffect(() => {
    setPages((last) => (last.first === first ? last : pagesOf(first)));
    setStatus('idle');
  }, [first]);

  const loadMore = async (): Promise<void> => {
    const { nextCursor } = current;
    if (!nextCursor || status === 'loading') return;
    setStatus('loading');
    try {
      const query = { ...apiQuery(state), limit: String(PAGE_SIZE), cursor: nextCursor };
      const page = await fetchServices(query);
      setPages((last) => (last.first === first ? appended(last, page) : last));
      setStatus('idle');
    } catch {
      setStatus('failed');
    }
  };
  return { items: current.items, hasMore: current.nextCursor !== undefined, status, loadMore };
}

/** A service that moved between pages meanwhile is not shown twice. */
function appended(pages: Pages, { items, nextCursor }: ServiceList): Pages {
  const known = new Set(pages.items.map(({ id }) => id));
  return {
    ...pages,
    items: [...pages.items, ...items.filter(({ id }) => !known.has(id))],
    nextCursor,
  };
}
