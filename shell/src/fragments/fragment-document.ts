import type { SlotProps } from '@marketplace/kit/slice';
import type { BrowserRelease, SlotState } from '../federation/slot-state';

/** What a fragment says about itself, beside its HTML. */
export interface FragmentState extends Pick<SlotState, 'slice' | 'name' | 'props'> {
  /** The release it was rendered with, and by which alone it may be hydrated. */
  release: BrowserRelease;
  /** Prefix of the ids in its HTML. */
  idPrefix: string;
  slot: SlotProps;
}

export interface FragmentDocument {
  /** The slice's root element, not yet in the page. */
  root: HTMLElement;
  state: FragmentState;
}

/** Takes a fragment's HTML apart; undefined when it is none. */
export function parseFragment(html: string): FragmentDocument | undefined {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const root = body.querySelector<HTMLElement>(':scope > [data-slice]');
  const data = body.querySelector(':scope > script[type="application/json"]')?.textContent;
  if (!root || !data) return undefined;
  return { root, state: JSON.parse(data) as FragmentState };
}
