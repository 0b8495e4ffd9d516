import type { Position } from '../../../data/search/search-state';

/** A place on the unit square of the Web Mercator world; x may leave it across the date line. */
export interface WorldPoint {
  x: number;
  y: number;
}

/** A place on the screen, CSS pixels from the map's upper left corner. */
export interface ScreenPoint {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** What part of the world is shown: at zoom 0 the world is 256 px wide, each step doubles it. */
export interface MapView {
  center: WorldPoint;
  zoom: number;
}

export const MIN_ZOOM = 3;
export const MAX_ZOOM = 16;

const TILE_PX = 256;
/** Mercator ends where the world is as high as wide. */
const MAX_LATITUDE = 85.0511;
const EARTH_CIRCUMFERENCE_KM = 40_075.017;

export function toWorld({ lat, lon }: Position): WorldPoint {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return {
    x: (lon + 180) / 360,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

export function toPosition({ x, y }: WorldPoint): Position {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { lat, lon: (x - Math.floor(x)) * 360 - 180 };
}

/** Pixels that the whole world would be wide. */
export function worldPx(zoom: number): number {
  return TILE_PX * 2 ** zoom;
}

/** Where a place is on the screen; of its copies around the globe the one nearest to the centre. */
export function toScreen(point: WorldPoint, view: MapView, size: Size): ScreenPoint {
  const scale = worldPx(view.zoom);
  return {
    x: wrapped(point.x - view.center.x) * scale + size.width / 2,
    y: (point.y - view.center.y) * scale + size.height / 2,
  };
}

export function fromScreen(point: ScreenPoint, view: MapView, size: Size): WorldPoint {
  const scale = worldPx(view.zoom);
  return {
    x: view.center.x + (point.x - size.width / 2) / scale,
    y: view.center.y + (point.y - size.height / 2) / scale,
  };
}

/** Length of a kilometre on the screen at a latitude. */
export function pxPerKm(view: MapView): number {
  const { lat } = toPosition(view.center);
  return worldPx(view.zoom) / (EARTH_CIRCUMFERENCE_KM * Math.cos((lat * Math.PI) / 180));
}

/** The closest view that shows all places with a margin, not closer than `maxZoom`. */
export function fit(
  places: readonly Position[],
  size: Size,
  marginPx: number,
  maxZoom = 14,
): MapView | undefined {
  const points = places.map(toWorld);
  const [first] = points;
  if (!first) return undefined;
  const xs = points.map(({ x }) => first.x + wrapped(x - first.x));
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const roomX = Math.max(1, size.width - 2 * marginPx);
  const roomY = Math.max(1, size.height - 2 * marginPx);
  const scale = Math.min(roomX / (right - left || 1e-9), roomY / (bottom - top || 1e-9));
  return {
    center: { x: (left + right) / 2, y: (top + bottom) / 2 },
    zoom: clampZoom(Math.min(maxZoom, Math.log2(scale / TILE_PX))),
  };
}

export function clampZoom(zoom: number): number {
  return Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom));
}

/** A difference of longitudes, the short way round. */
function wrapped(difference: number): number {
  return difference - Math.round(difference);
}
