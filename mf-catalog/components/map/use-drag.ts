import { type PointerEvent, useRef } from 'react';

/** Below this a press is a click with an unsteady hand. */
const CLICK_PX = 4;

/** Handlers that report how far a pressed pointer has moved since last time. */
export function useDrag(onMove: (dx: number, dy: number) => void) {
  const last = useRef<{ x: number; y: number; dragging: boolean } | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button === 0)
        last.current = { x: event.clientX, y: event.clientY, dragging: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const from = last.current;
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.dragging && Math.hypot(dx, dy) < CLICK_PX) return;
      if (!from.dragging) event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY, dragging: true };
      onMove(dx, dy);
    },
    onPointerUp: (): void => {
      last.current = undefined;
    },
    onPointerCancel: (): void => {
      last.current = undefined;
    },
  };
}
