/**
 * On an element that a fragment may fill: the path to fill it with before the code that asks for it has come
 * (see `Hydration`). Such an element is `hidden` until it is filled, and React leaves its inner HTML alone.
 */
export const FRAGMENT_ATTRIBUTE = 'data-fragment';

/** What a fragment of the edge is asked for with, on the element that it may fill. */
export interface FragmentRequest {
  /** Path of the fragment on this origin, e.g. `/edge/near-you`. */
  path: string;
  /** Aborts when the element goes. */
  signal: AbortSignal;
  /** Called once the fragment is in the element; never when there is none. */
  onShown: () => void;
}

/**
 * Every event that slices and shell tell each other, with what it carries. Who sends and hears which
 * is read from the code when a slice is released, and part of the contract.
 */
export interface EventDetails {
  'marketplace:fragment': FragmentRequest;
}

export type EventName = keyof EventDetails;

/** Tells whoever hears it, at an element of the page. Where nobody does nothing happens. */
export function sendEvent<Name extends EventName>(
  name: Name,
  at: EventTarget,
  detail: EventDetails[Name],
): void {
  at.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

/** Hears an event wherever on the page it is sent; gives what ends that. */
export function hearEvent<Name extends EventName>(
  name: Name,
  listener: (detail: EventDetails[Name], at: EventTarget | null) => void,
): () => void {
  const hear = (event: Event) => listener((event as CustomEvent).detail, event.target);
  document.addEventListener(name, hear);
  return () => document.removeEventListener(name, hear);
}
