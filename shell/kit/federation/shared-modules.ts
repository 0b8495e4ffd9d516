/** The modules that the shell hands to every slice on both sides: two copies of these would not work. */
export const SHARED_MODULES = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  'next/dynamic',
  'next/head',
  'next/link',
  'next/router',
] as const;

/** Handed over in the browser too, where a second copy would only cost every visitor its weight. */
export const BROWSER_SHARED_MODULES = [
  ...SHARED_MODULES,
  '@marketplace/kit/ui/motion',
  'tailwind-merge',
  'use-intl',
] as const;

export type SharedModule = (typeof SHARED_MODULES)[number];
export type BrowserSharedModule = (typeof BROWSER_SHARED_MODULES)[number];
