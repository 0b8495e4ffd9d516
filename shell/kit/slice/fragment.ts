/** Raised on an element that a fragment of the edge may fill. The shell fills it; without a shell nothing happens. */
export const FRAGMENT_EVENT = 'marketplace:fragment';

export interface FragmentRequest {
  /** Path of the fragment on this origin, e.g. `/edge/near-you`. */
  path: string;
  /** Aborts when the element goes. */
  signal: AbortSignal;
  /** Called once the fragment is in the element; never when there is none. */
  onShown(): void;
}

/** Asks for a fragment in the place of an element without children of its own. */
export function requestFragment(host: Element, request: FragmentRequest): void {
  host.dispatchEvent(new CustomEvent(FRAGMENT_EVENT, { bubbles: true, detail: request }));
}
