import {
  clampZoom,
  fromScreen,
  type MapView,
  type ScreenPoint,
  type Size,
  toScreen,
  worldPx,
} from './projection';

/** Moves the land under the window by pixels: a drag to the right shows what is left. */
export function pan(view: MapView, dx: number, dy: number): MapView {
  const scale = worldPx(view.zoom);
  const y = Math.max(0, Math.min(1, view.center.y - dy / scale));
  return { ...view, center: { x: view.center.x - dx / scale, y } };
}

/** Changes the zoom by steps while a point of the screen stays where it is. */
export function zoomBy(view: MapView, steps: number, size: Size, anchor?: ScreenPoint): MapView {
  const zoom = clampZoom(view.zoom + steps);
  if (!anchor) return { ...view, zoom };
  const held = fromScreen(anchor, view, size);
  const moved = toScreen(held, { ...view, zoom }, size);
  return pan({ ...view, zoom }, anchor.x - moved.x, anchor.y - moved.y);
}

const STEP_PX = 96;

/** What a key does to the view, or undefined when it is not the map's. */
export function viewAfterKey(key: string, view: MapView, size: Size): MapView | undefined {
  switch (key) {
    case 'ArrowLeft':
      return pan(view, STEP_PX, 0);
    case 'ArrowRight':
      return pan(view, -STEP_PX, 0);
    case 'ArrowUp':
      return pan(view, 0, STEP_PX);
    case 'ArrowDown':
      return pan(view, 0, -STEP_PX);
    case '+':
    case '=':
      return zoomBy(view, 1, size);
    case '-':
      return zoomBy(view, -1, size);
    default:
      return undefined;
  }
}
