import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../styles/shell.css';
import { BRAND_NAME } from '@marketplace/kit/ui/brand';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AppFrame } from '../src/layout/app-frame';
import { EARLY_FILES } from '../src/layout/early-files';
import { FontPreloads } from '../src/layout/font-preloads';
import { frameWords } from '../src/layout/frame-words';
import { visitorMarket } from '../src/market/visitor-market';

export const metadata: Metadata = {
  title: { default: BRAND_NAME, template: `%s · ${BRAND_NAME}` },
  robots: { index: false },
  icons: { icon: EARLY_FILES.icon ?? [] },
};

/** Around the shell's own routes; composed routes have theirs in `pages/_app.tsx`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { code, locale } = await visitorMarket();
  const words = frameWords(locale);
  return (
    <html lang={words.language} suppressHydrationWarning>
      <head>
        <FontPreloads />
        {/* Blocks on purpose: the theme must be known before the first paint. */}
        <script src={EARLY_FILES.theme} />
      </head>
      <body>
        <AppFrame market={code} locale={locale} words={words}>
          {children}
        </AppFrame>
      </body>
    </html>
  );
}
