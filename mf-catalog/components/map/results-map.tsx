import { cn } from '@marketplace/kit/ui/cn';
import { AnimatePresence, MotionProvider } from '@marketplace/kit/ui/motion';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Position } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';
import { type Cluster, cluster } from './geo/clusters';
import { pan, viewAfterKey, zoomBy } from './geo/map-view';
import { MAX_ZOOM, type MapView, type Size, toScreen, toWorld } from './geo/projection';
import { GroupPanel } from './group-panel';
import { LAND } from './land';
import { MapControls } from './map-controls';
import { Pins, samePlace } from './pins';
import { Backdrop, type Label } from './terrain/backdrop';
import { useDrag } from './use-drag';
import { useElementSize } from './use-element-size';
import { useMapView } from './use-map-view';

export interface ResultsMapProps {
  services: readonly ServiceSummary[];
  /** The search they are of: a new one moves the map to its results, more of the same do not. */
  searchKey: string;
  /** Where the search measures from. */
  center: Position | undefined;
  renderedAt: string;
  /** Services at the chosen pin. */
  chosen: readonly ServiceSummary[];
  onChoose: (services: readonly ServiceSummary[]) => void;
  /** A service that is pointed at in the list. */
  pointedId: string | undefined;
  className?: string;
}

/** The results on a drawn map: drag, buttons and keys move it, pins choose what the list shows. */
export function ResultsMap(props: ResultsMapProps) {
  const { services, searchKey, center, renderedAt, chosen, onChoose, pointedId, className } = props;
  const t = useTranslations('map');
  const { distanceUnit, cities } = useMarket();
  const [ref, size] = useElementSize<HTMLElement>();
  const { view, setView, show } = useMapView(
    services.length || !center ? services : [center],
    size,
    searchKey,
  );
  const drag = useDrag((dx, dy) => view && setView(pan(view, dx, dy)));
  const labels = useMemo(() => labelsOf(services, cities), [services, cities]);
  const marked = new Set([...chosen.map(({ id }) => id), pointedId ?? '']);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = view && size && viewAfterKey(event.key, view, size);
    if (!next || event.target !== event.currentTarget) return;
    event.preventDefault();
    setView(next);
  };
  const choose = (some: readonly ServiceSummary[]): void => {
    if (samePlace(some) || (view?.zoom ?? 0) >= MAX_ZOOM) onChoose(some);
    else show(some);
  };

  return (
    <section
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map while it has the focus
      tabIndex={0}
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      {...drag}
      style={LAND}
      className={cn(
        'cursor-grab touch-none select-none overflow-hidden bg-[var(--map-land)] focus-visible:-outline-offset-2 active:cursor-grabbing',
        className,
      )}
    >
      {view && size ? (
        <>
          <Backdrop {...{ view, size, center, distanceUnit, labels }} />
          <Pins clusters={clustersOf(services, view, size)} marked={marked} onChoose={choose} />
          <MapControls
            onZoom={(steps) => setView(zoomBy(view, steps, size))}
            onFit={() => show()}
          />
        </>
      ) : null}
      <p className="absolute bottom-2 left-3 z-0 text-2xs text-muted">{t('sketch')}</p>
      <MotionProvider>
        <AnimatePresence>
          {chosen.length > 0 ? (
            <GroupPanel
              key={chosen[0]?.id}
              services={chosen}
              renderedAt={renderedAt}
              onClose={() => onChoose([])}
            />
          ) : null}
        </AnimatePresence>
      </MotionProvider>
    </section>
  );
}

function clustersOf(
  services: readonly ServiceSummary[],
  view: MapView,
  size: Size,
): Cluster<ServiceSummary>[] {
  const placed = services.map((item) => ({ item, at: toScreen(toWorld(item), view, size) }));
  return cluster(placed, ({ id }) => id).filter(
    ({ at }) => at.x > -60 && at.y > -40 && at.x < size.width + 60 && at.y < size.height + 40,
  );
}

/** The market's cities, and every other place that has results, where the first of them is. */
function labelsOf(
  services: readonly ServiceSummary[],
  cities: readonly ({ name: string } & Position)[],
): Label[] {
  const labels = new Map(cities.map((city) => [city.name, city as Position]));
  for (const { city, lat, lon } of services) {
    if (!labels.has(city)) labels.set(city, { lat, lon });
  }
  return [...labels].map(([name, place]) => ({ name, place }));
}
