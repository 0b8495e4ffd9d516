import type { SlotProps } from '@marketplace/kit/slice';
import type { BrowserRelease, SlotState } from './slot-state';

export const SETTINGS: SlotProps = {
  market: 'us',
  locale: 'en-US',
  currency: 'USD',
  publicOrigin: 'http://localhost',
  stripePublishableKey: '',
};

/** A release of the catalog that nothing was released with. */
export function aRelease(changes: Partial<BrowserRelease> = {}): BrowserRelease {
  return {
    slice: 'mf-catalog',
    release: 'r1',
    container: 'mf_catalog__r1',
    entry: '/_mf/mf-catalog/r1/remoteEntry.js',
    stylesheets: [],
    scripts: [],
    integrity: {},
    ...changes,
  };
}

/** Its start page, as the server hands it to a page. */
export function aSlot(changes: Partial<SlotState> = {}): SlotState {
  return {
    slice: 'mf-catalog',
    name: 'Home',
    status: 'ready',
    props: {},
    release: aRelease(),
    ...changes,
  };
}
