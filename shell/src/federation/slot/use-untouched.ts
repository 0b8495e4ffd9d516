import type { SlotProps } from '@marketplace/kit/slice';
import { type Ref, useEffect, useEffectEvent, useRef, useState } from 'react';
import { noteShown } from '../../vitals/note';
import { hydrateWhenTouched } from '../browser/touch/hydrate-when-touched';
import type { SlotState } from '../slot-state';
import { keptHtml } from './apart';
import { isHydrating, useEndOfHydration } from './hydrating';

interface Untouched {
  ref: Ref<HTMLDivElement>;
  html: string | undefined;
}

/**
 * For a slot whose HTML works by itself: what the server rendered stays as it is, and its code comes
 * when somebody touches it. Ends when the page gives the slot other data. Nothing for other slots, and
 * for those that a navigation within the page brought.
 */
export function useUntouched(state: SlotState, settings: SlotProps): Untouched | undefined {
  const [first] = useState(() => (isLeftToTouch(state) ? state : undefined));
  const ref = useRef<HTMLDivElement>(null);
  const isUntouched = state === first;
  useEndOfHydration();
  const wait = useEffectEvent((root: HTMLElement) => hydrateWhenTouched(root, { state, settings }));
  useEffect(() => {
    if (!isUntouched || !ref.current) return;
    noteShown(state);
    return wait(ref.current);
  }, [isUntouched, state]);
  return isUntouched ? { ref, html: keptHtml(state) } : undefined;
}

function isLeftToTouch(state: SlotState): boolean {
  return state.hydrate === 'touch' && (isHydrating() || keptHtml(state) !== undefined);
}
