import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../styles/shell.css';
import type { AppProps } from 'next/app';
import Link from 'next/link';
import { preloadSlots } from '../src/federation/browser/preload';
import type { ComposedPageProps } from '../src/federation/slot-state';
import { listenForFragments } from '../src/fragments/listen';
import { Frame } from '../src/layout/frame';

export default function ComposedApp({
  Component,
  pageProps,
}: AppProps<Partial<ComposedPageProps>>) {
  const { market = 'us', locale = 'en-US' } = pageProps.settings ?? {};
  return (
    <Frame market={market} locale={locale} words={pageProps.words} Link={Link}>
      <Component {...pageProps} />
    </Frame>
  );
}

if (typeof window !== 'undefined') {
  listenForFragments();
  await preloadSlots();
}
