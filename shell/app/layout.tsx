import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../styles/shell.css';
import { BRAND_NAME } from '@marketplace/kit/ui/brand';
import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import { MARKET_HEADER } from '@marketplace/services/domain/releases';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AppFrame } from '../src/layout/app-frame';
import { FontPreloads } from '../src/layout/font-preloads';
import { frameWords } from '../src/layout/frame-words';

export const metadata: Metadata = {
  title: { default: BRAND_NAME, template: `%s · ${BRAND_NAME}` },
  robots: { index: false },
  icons: { icon: '/icon.svg' },
};

/** Around the shell's own routes; composed routes have theirs in `pages/_app.tsx`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const named = (await headers()).get(MARKET_HEADER) ?? undefined;
  const market = isMarketCode(named) ? named : 'us';
  const { locale } = MARKETS[market];
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <FontPreloads />
        {/* Blocks on purpose: the theme must be known before the first paint. */}
        <script src="/theme.js" />
      </head>
      <body>
        <AppFrame market={market} locale={locale} words={frameWords(locale)}>
          {children}
        </AppFrame>
      </body>
    </html>
  );
}
