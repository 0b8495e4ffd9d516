import type { Share } from '@marketplace/kit/federation/browser/share-scope';
import type { SharedModule } from '@marketplace/kit/federation/shared-modules';

/**
 * The shell's own copies of what slices share. `require` instead of `import`: slices are compiled
 * against the CommonJS shape of these packages. The compiler insists on the whole list, but for what
 * the browser loads on demand.
 */
export const SHARED: Record<Exclude<SharedModule, 'next/dynamic'>, Share> = {
  react: { lib: () => require('react') },
  'react/jsx-runtime': { lib: () => require('react/jsx-runtime') },
  'react-dom': { lib: () => require('react-dom') },
  'next/head': { lib: () => require('next/head') },
  'next/link': { lib: () => require('next/link') },
  'next/router': { lib: () => require('next/router') },
};
