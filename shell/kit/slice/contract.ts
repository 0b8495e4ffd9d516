import type { ComponentType } from 'react';

export { SLICES as SLICE_NAMES, type SliceName } from '@marketplace/services/domain/releases';

/** What the storefront knows about the viewer without knowing the person. All of it is in the cache key. */
export interface MarketContext {
  /** Market code, e.g. `de`; see `@marketplace/services/domain/markets`. */
  market: string;
  /** BCP 47 locale of the market, e.g. `de-DE`. */
  locale: string;
  /** ISO 4217 code. */
  currency: string;
}

/** Base URLs of the services' HTTP APIs, without a trailing slash: `${catalog}/api/catalog/services`. */
export interface ServiceUrls {
  catalog: string;
  booking: string;
  provider: string;
}

/** What a slice's server loader is given. */
export interface LoaderContext extends MarketContext {
  /** Path parameters of the shell's route, e.g. `{ slug: 'studio-linde' }`. */
  params: Readonly<Record<string, string>>;
  /** The query, already reduced to what is in the cache key; the first value of repeated names. */
  query: Readonly<Record<string, string>>;
  services: ServiceUrls;
  /** Public origin of the site, e.g. `https://market.example`. */
  publicOrigin: string;
  /** The viewer's Cognito access token; present on protected routes only. */
  accessToken?: string;
  /** Aborts when the slot's time is up. */
  signal: AbortSignal;
}

export interface Head {
  title: string;
  description?: string;
  /** Path of the canonical page, e.g. `/p/studio-linde`. */
  canonicalPath?: string;
}

/** What a loader answers: JSON only, since it travels to the browser. */
export interface Loaded<Props> {
  props: Props;
  head: Head;
  /** 404 shows the slice's own designed "not found" and is cached briefly. */
  status?: 200 | 404;
  /** Seconds that the page may be kept at the edge; absent or 0 means `no-store`. */
  maxAgeSeconds?: number;
}

export type Loader<Props> = (context: LoaderContext) => Promise<Loaded<Props>>;

/** Settings that the shell hands to every exposed component beside the loader's props. */
export interface SlotProps extends MarketContext {
  publicOrigin: string;
  stripePublishableKey: string;
  /** What the addresses of public pages begin with where the page's own names its market: `/de`. */
  pathPrefix?: string;
}

/** The module behind `./X`. Its `default` is rendered by the shell on the server and in the browser. */
export interface SliceModule<Props> {
  default: ComponentType<Props & { slot: SlotProps }>;
  /** Shown when the module cannot be loaded or fails while rendering in the browser. */
  Fallback: ComponentType<{ slot: SlotProps }>;
}

/**
 * When a browser needs a module's code: with the page, or once somebody touches what the server rendered
 * (points at it, taps it, tabs into it). Until then it is HTML: links lead on, forms are sent, fields keep
 * what is typed, and a place for a fragment is filled when it says so itself (`data-fragment`).
 */
export type Hydration = 'load' | 'touch';

/** The module behind `./X.server`, exposed in the server build only. */
export interface SliceServerModule<Props> {
  load: Loader<Props>;
  /** Without it: with the page. The `next/head` of a module that waits is not collected: its title comes from its loader. */
  hydrate?: Hydration;
}

/** Thrown by a loader when its service refuses the viewer's token: the shell asks to sign in. */
export class SignInRequired extends Error {
  override name = 'SignInRequired';
}

/**
 * Whether a loader failed because the viewer must sign in: it said so, or its service answered 401.
 * By name, since the class of another bundle is another class.
 */
export function isSignInRequired(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { problem } = error as Error & { problem?: { status?: unknown } };
  return error.name === 'SignInRequired' || problem?.status === 401;
}
