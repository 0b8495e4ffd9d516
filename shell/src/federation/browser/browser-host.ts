import {
  forgetContainer,
  loadContainer,
  provideModules,
  type Share,
} from '@marketplace/kit/federation/browser/page-runtime';
import type { BrowserSharedModule } from '@marketplace/kit/federation/shared-modules';
import { IntlProvider, useLocale, useTranslations } from 'use-intl';
import { type FederationHost, startHost } from '../host';
import { SHARED } from '../shared';
import { integrityOf } from './integrity';

const ENTRY_LIMIT_MS = 8_000;

/** What slices need not bring to the browser. What few of them use comes only when one asks for it. */
const BROWSER_SHARED: Record<BrowserSharedModule, Share> = {
  ...SHARED,
  '@marketplace/kit/ui/motion': {
    get: async () => {
      const motion = await import('@marketplace/kit/ui/motion');
      return () => motion;
    },
  },
  'next/dynamic': {
    get: async () => {
      const dynamic = await import('next/dynamic');
      return () => dynamic;
    },
  },
  'tailwind-merge': {
    get: async () => {
      const tailwindMerge = await import('tailwind-merge');
      return () => tailwindMerge;
    },
  },
  'use-intl': { lib: () => ({ IntlProvider, useLocale, useTranslations }) },
};

export function startBrowserHost(): void {
  startHost(browserHost);
}

/** Containers come only with their hash, and get the page's modules. */
function browserHost(): FederationHost {
  provideModules('shell', BROWSER_SHARED);
  return {
    async load({ container, entry }, name) {
      const integrity = integrityOf(entry);
      if (!integrity) throw new Error(`${entry} is in no manifest`);
      const script = { name: container, entry, integrity, limitMs: ENTRY_LIMIT_MS };
      const factory = await (await loadContainer(script)).get(`./${name}`);
      return factory();
    },
    forget: forgetContainer,
  };
}
