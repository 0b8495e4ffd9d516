import type { BrowserSharedModule } from '@marketplace/kit/federation/shared-modules';
import * as tailwindMerge from 'tailwind-merge';
import * as useIntl from 'use-intl';
import { SHARED, type Share, startHost } from '../host';
import { browserPlugin } from './browser-plugin';

/** What slices need not bring to the browser. Motion comes only when one of them moves something. */
const BROWSER_SHARED: Record<BrowserSharedModule, Share> = {
  ...SHARED,
  '@marketplace/kit/ui/motion': {
    get: async () => {
      const motion = await import('@marketplace/kit/ui/motion');
      return () => motion;
    },
  },
  'tailwind-merge': { lib: () => tailwindMerge },
  'use-intl': { lib: () => useIntl },
};

export function startBrowserHost(): void {
  startHost({ plugin: browserPlugin(), shared: BROWSER_SHARED });
}
