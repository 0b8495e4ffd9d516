import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../styles/shell.css';
import type { AppProps } from 'next/app';
import Link from 'next/link';
import { lazy } from 'react';
import { preloadSlots } from '../src/federation/browser/preload';
import { ComposedPage } from '../src/federation/composed-page';
import type { ComposedPageProps } from '../src/federation/slot-state';
import { listenForFragments } from '../src/fragments/listen';
import { Frame } from '../src/layout/frame';
import { InBrowser } from '../src/overrides/in-browser';

/** Comes only to pages of a team member who overrides a slice. */
const OverrideBadge = lazy(() => import('../src/overrides/badge'));

export default function ComposedApp({
  Component,
  pageProps,
}: AppProps<Partial<ComposedPageProps>>) {
  const { override, settings } = pageProps;
  const { market = 'us', locale = 'en-US', pathPrefix } = settings ?? {};
  return (
    <Frame
      market={market}
      locale={locale}
      pathPrefix={pathPrefix}
      words={pageProps.words}
      Link={Link}
    >
      {isComposed(pageProps) ? <ComposedPage {...pageProps} /> : <Component {...pageProps} />}
      {override ? (
        <InBrowser>
          <OverrideBadge override={override} shownReleases={releasesOf(pageProps)} />
        </InBrowser>
      ) : null}
    </Frame>
  );
}

/**
 * Composed pages are all of one component, which need not be the route's: the browser's router takes
 * `/de/search` for an address that no route knows, and asks for its data where the edge knows better.
 */
function isComposed(props: Partial<ComposedPageProps>): props is ComposedPageProps {
  return props.slots !== undefined;
}

/** What the page shows of the slice that is overridden. */
function releasesOf({ slots = {}, override }: Partial<ComposedPageProps>): string[] {
  return Object.values(slots)
    .filter(({ slice }) => slice === override?.slice)
    .map(({ release }) => release?.release ?? '');
}

if (typeof window !== 'undefined') {
  listenForFragments();
  await preloadSlots();
}
