import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../../../../shell/styles/shell.css';
import type { AppProps } from 'next/app';
import Link from 'next/link';
import { Frame } from '../../../../shell/src/layout/frame';
import type { MonolithPageProps } from './props';

/** The shell's frame around every page; Next's own error page has no props. */
export default function MonolithApp({
  Component,
  pageProps,
}: AppProps<Partial<MonolithPageProps>>) {
  const { settings, words } = pageProps;
  const { market = 'us', locale = 'en-US' } = settings ?? {};
  return (
    <Frame market={market} locale={locale} words={words} Link={Link}>
      <Component {...pageProps} />
    </Frame>
  );
}
