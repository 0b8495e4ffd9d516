import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SearchProps } from '../../data/load-search';
import { parseSearch, type SearchState, searchHref } from '../../data/search/search-state';
import { FilterBar } from '../filters/filter-bar';
import { FindForm } from '../find/find-form';
import { ResultsMap } from '../map/results-map';
import { MapSheet } from './map-sheet';
import { EmptyResults, FailedSearch } from './no-results';
import { ResultsHead } from './results-head';
import { More, ResultsList, ResultsSkeleton } from './results-list';
import { useDelayed } from './use-delayed';
import { useResults } from './use-results';
import { RESULTS_ID, useSearchNavigation } from './use-search-navigation';

const SKELETON_AFTER_MS = 300;

/** Results left, map right; what is searched for is in the URL. */
export function SearchScreen({ renderedAt, query, result }: SearchProps) {
  const t = useTranslations('search');
  const state = parseSearch(query);
  const { change, wanted, pending } = useSearchNavigation(state);
  const { items, hasMore, status, loadMore } = useResults(result, state);
  const [chosen, setChosen] = useState<readonly ServiceSummary[]>([]);
  const [pointedId, setPointedId] = useState<string>();
  const waiting = useDelayed(pending, SKELETON_AFTER_MS);

  const choose = (services: readonly ServiceSummary[]): void => {
    setChosen(services);
    document.getElementById(`result-${services[0]?.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const map = {
    services: items,
    searchKey: searchHref(state),
    center: state.near,
    renderedAt,
    chosen: chosen.filter(({ id }) => items.some((item) => item.id === id)),
    onChoose: choose,
    pointedId,
  };
  const filters = {
    state: wanted,
    onChange: change,
    facets: result?.facets,
    renderedAt,
    total: result?.total,
  };
  const total = result?.total ?? 0;

  return (
    <>
      <div className="max-w-[62rem] px-4 pt-4 sm:px-6">
        <FindForm state={state} renderedAt={renderedAt} className="shadow-card" />
      </div>
      <div className="sticky top-16 z-20 border-b border-line bg-canvas/95 backdrop-blur">
        <FilterBar {...filters} />
      </div>
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,42%)]">
        <section
          id={RESULTS_ID}
          aria-label={t('results')}
          aria-busy={pending}
          className="scroll-mt-32 px-4 pb-16 pt-5 sm:px-6"
        >
          <ResultsHead {...filters} failed={result === null} pending={pending} />
          <Outcome waiting={waiting} result={result} {...{ state, change }}>
            <ResultsList
              services={items}
              renderedAt={renderedAt}
              chosenIds={new Set(map.chosen.map(({ id }) => id))}
              onPoint={setPointedId}
              dimmed={pending}
            />
          </Outcome>
          {hasMore && !waiting ? (
            <More
              status={status}
              shown={items.length}
              total={total}
              onMore={() => void loadMore()}
            />
          ) : null}
        </section>
        <ResultsMap {...map} className="sticky top-32 hidden h-[calc(100dvh-8rem)] lg:block" />
      </div>
      {items.length > 0 ? <MapSheet {...map} /> : null}
    </>
  );
}

interface OutcomeProps {
  waiting: boolean;
  result: SearchProps['result'];
  state: SearchState;
  change: (patch: Partial<SearchState>) => void;
  children: ReactNode;
}

/** The list, or what stands in its place. */
function Outcome({ waiting, result, state, change, children }: OutcomeProps) {
  if (waiting) return <ResultsSkeleton />;
  if (result === null) return <FailedSearch />;
  if (result.items.length === 0) return <EmptyResults state={state} onChange={change} />;
  return children;
}
