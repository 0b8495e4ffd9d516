import { BRAND_NAME, Brand } from '@marketplace/kit/ui/brand';
import { buttonClasses } from '@marketplace/kit/ui/button';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LinkComponent } from '../site-link';
import { AccountMenu } from './account-menu';
import { MarketSwitcher } from './market-switcher';
import { ThemeToggle } from './theme-toggle';

/** The bar at the top of every page. */
export function Header({ market, Link }: { market: string; Link: LinkComponent }) {
  const t = useTranslations('frame');
  const pathOf = useSitePath();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur">
      <nav
        aria-label={t('mainNavigation')}
        className="mx-auto flex h-16 max-w-page items-center gap-1 px-4 sm:gap-2 sm:px-6"
      >
        <Link
          href={pathOf('/')}
          aria-label={t('home', { brand: BRAND_NAME })}
          className="mr-auto inline-flex min-h-target items-center"
        >
          <Brand />
        </Link>
        <Link
          href={pathOf('/search')}
          className={buttonClasses({ variant: 'quiet', className: 'max-sm:px-2' })}
        >
          <Search aria-hidden />
          <span className="max-sm:sr-only">{t('search')}</span>
        </Link>
        <MarketSwitcher market={market} />
        <div className="max-sm:hidden">
          <ThemeToggle />
        </div>
        <AccountMenu />
      </nav>
    </header>
  );
}
