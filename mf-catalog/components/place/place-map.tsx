import { MapPin } from 'lucide-react';
import type { Position } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';
import { toWorld } from '../map/geo/projection';
import { LAND } from '../map/land';
import { Backdrop } from '../map/terrain/backdrop';
import { useElementSize } from '../map/use-element-size';

const CLOSE_ZOOM = 12.5;

interface PlaceMapProps {
  place: Position & { city: string };
}

/** One place in its surroundings; the address is beside it in words. */
export function PlaceMap({ place }: PlaceMapProps) {
  const { distanceUnit } = useMarket();
  const [ref, size] = useElementSize<HTMLDivElement>();
  return (
    <div
      ref={ref}
      aria-hidden
      style={LAND}
      className="relative h-56 overflow-hidden rounded-card bg-[var(--map-land)] sm:h-64"
    >
      {size ? (
        <Backdrop
          view={{ center: toWorld(place), zoom: CLOSE_ZOOM }}
          size={size}
          center={place}
          distanceUnit={distanceUnit}
          labels={[]}
        />
      ) : null}
      <span className="absolute left-1/2 top-1/2 grid size-11 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full bg-ink text-canvas shadow-lift">
        <MapPin className="size-5" />
      </span>
    </div>
  );
}
