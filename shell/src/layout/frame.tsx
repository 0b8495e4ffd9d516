import type { MarketContext } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import { SitePaths } from '@marketplace/kit/ui/site-link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import english from '../../messages/frame/en.json';
import { Footer } from './footer';
import { Header } from './header/header';
import type { LinkComponent } from './site-link';

/** For pages that the server could not give their texts: errors. */
const ENGLISH: Words = { language: 'en', messages: english };

interface FrameProps extends Pick<MarketContext, 'market' | 'locale'> {
  /** What links to public pages begin with, where the page's own address does: `/de`. */
  pathPrefix?: string | undefined;
  words?: Words | undefined;
  /** Next's link where a navigation can stay in the page, a plain one elsewhere. */
  Link?: LinkComponent;
  children: ReactNode;
}

/** What surrounds every page: skip link, header, main, footer. */
export function Frame({
  market,
  locale,
  pathPrefix,
  words = ENGLISH,
  Link = 'a',
  children,
}: FrameProps) {
  return (
    <WordsScope locale={locale} words={words}>
      <SitePaths prefix={pathPrefix}>
        <div className="flex min-h-dvh flex-col">
          <SkipLink />
          <Header market={market} Link={Link} />
          <main id="content" tabIndex={-1} className="flex-1 focus-visible:outline-none">
            {children}
          </main>
          <Footer />
        </div>
      </SitePaths>
    </WordsScope>
  );
}

function SkipLink() {
  const t = useTranslations('frame');
  return (
    <a
      href="#content"
      className="sr-only focus-visible:not-sr-only focus-visible:absolute focus-visible:left-4 focus-visible:top-3 focus-visible:z-50 focus-visible:rounded-control focus-visible:bg-raised focus-visible:px-4 focus-visible:py-3 focus-visible:shadow-float"
    >
      {t('skip')}
    </a>
  );
}
