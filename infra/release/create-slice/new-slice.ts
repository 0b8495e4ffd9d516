import { existsSync } from 'node:fs';
import path from 'node:path';
import { isMarketCode } from '@marketplace/services/domain/markets';

export interface NewSlice {
  /** `mf-gift-cards` */
  slice: string;
  /** Its part of the address: `gift-cards`. */
  short: string;
  /** Name of its first module and of what its components begin with: `GiftCards`. */
  module: string;
  /** Namespace of its first screen's texts: `giftCards`. */
  namespace: string;
  /** What people call it until somebody thinks of something better: `Gift cards`. */
  title: string;
}

const NAME = /^(?:mf-)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;
/** Addresses that are not the shell's to give, and the namespace that every slice has. */
const RESERVED = ['api', 'fallback'];

/** What a slice is called, from `gifts` or `mf-gifts`; throws a sentence when it cannot be. */
export function sliceNamed(name: string | undefined): NewSlice {
  const short = NAME.exec(name ?? '')?.[1];
  if (!short) {
    throw new Error('Usage: npm run create-slice -- <name>, in lower case, such as `gifts`.');
  }
  const module = short.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const words = short.replaceAll('-', ' ');
  return {
    slice: `mf-${short}`,
    short,
    module,
    namespace: module.charAt(0).toLowerCase() + module.slice(1),
    title: words.charAt(0).toUpperCase() + words.slice(1),
  };
}

/** Throws a sentence when the slice's folder or its address belongs to something else. */
export function requireFree(root: string, { slice, short }: NewSlice): void {
  if (existsSync(path.join(root, slice))) throw new Error(`${slice} exists already.`);
  const routes = [`pages/${short}`, `pages/${short}.tsx`, `app/${short}`];
  const isRoute = routes.some((route) => existsSync(path.join(root, 'shell', route)));
  if (isRoute || isMarketCode(short) || RESERVED.includes(short)) {
    throw new Error(`/${short} is taken: give the slice another name.`);
  }
}
