import { useEffect, useRef, useState } from 'react';
import type { Position } from '../../data/search/search-state';
import { fit, type MapView, type Size } from './geo/projection';

const MARGIN_PX = 72;

interface MapViewState {
  view: MapView | undefined;
  setView: (view: MapView) => void;
  /** Shows all of some places; with none given, everything again. */
  show: (places?: readonly Position[]) => void;
}

/** The map's view: fitted once to the results of each search, then the viewer's to move. */
export function useMapView(
  places: readonly Position[],
  size: Size | undefined,
  searchKey: string,
): MapViewState {
  const [view, setView] = useState<MapView>();
  const fittedTo = useRef<string>(undefined);

  const show = (some: readonly Position[] = places): void => {
    const fitted = size && fit(some, size, MARGIN_PX);
    if (fitted) setView(fitted);
  };

  useEffect(() => {
    if (!size || fittedTo.current === searchKey) return;
    fittedTo.current = searchKey;
    show();
  });

  return { view, setView, show };
}
