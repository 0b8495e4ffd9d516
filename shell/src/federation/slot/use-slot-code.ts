import { use, useEffect, useState } from 'react';
import { noteFailed } from '../../vitals/note';
import { loadSlot } from '../browser/load-slot';
import { loadedModule } from '../loader';
import type { SlotState } from '../slot-state';
import { isHydrating } from './hydrating';

/** Promises must be the same from render to render, so they are kept by slot state. */
const arrivals = new WeakMap<SlotState, Promise<void>>();

/**
 * Code of a slot at render time. After a navigation it is waited for (the router keeps the old page
 * meanwhile); while hydrating it is not: the server's HTML stays until the code has arrived.
 */
export function useSlotCode(state: SlotState): 'ready' | 'server-html' {
  const [waiting, setWaiting] = useState(() => isHydrating() && isMissing(state));
  useEffect(() => {
    if (!waiting) return;
    loadSlot(state).then(
      () => setWaiting(false),
      () => noteFailed(state),
    );
  }, [waiting, state]);
  if (waiting) return 'server-html';
  const arrival = typeof window === 'undefined' ? undefined : arrivalOf(state);
  if (arrival) use(arrival);
  return 'ready';
}

function isMissing({ release, name }: SlotState): boolean {
  return release !== undefined && !loadedModule(release, name);
}

/**
 * What a render of the slot waits for; nothing when its code was there at the first. Resolves even when
 * loading fails: then the fallback is rendered. Kept when the code has come: React goes on where it
 * waited only when the component asks for the same promise again.
 */
function arrivalOf(state: SlotState): Promise<void> | undefined {
  const known = arrivals.get(state);
  if (known || !isMissing(state)) return known;
  const arrival = loadSlot(state).catch((error: unknown) => {
    console.error(`${state.slice}/${state.name} could not be loaded:`, error);
    noteFailed(state);
  });
  arrivals.set(state, arrival);
  return arrival;
}
