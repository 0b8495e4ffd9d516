import { MARKET_CODES, unprefixedPath } from '@marketplace/services/domain/markets';
import { MARKET_COOKIE } from '@marketplace/services/domain/releases';
import { ChevronDown, Globe } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';

const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** Lets the visitor overrule the market that the country gave; the choice is read at the edge, where an address of a market would outweigh it. */
export function MarketSwitcher({ market }: { market: string }) {
  const t = useTranslations('frame');
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${MARKET_COOKIE}=${target.value}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax`;
    const { pathname, search } = location;
    const path = unprefixedPath(pathname);
    if (path === pathname) location.reload();
    else location.assign(`${path}${search}`);
  };
  return (
    <label className="relative inline-flex min-h-target items-center gap-2 rounded-control px-2 text-sm sm:px-3 font-semibold hover:bg-sunken has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-primary">
      <Globe aria-hidden className="size-[1.15em] shrink-0" />
      <span className="sr-only">{t('market')}</span>
      <span aria-hidden className="uppercase">
        {market === 'row' ? '··' : market}
      </span>
      <ChevronDown aria-hidden className="size-4 text-muted max-sm:hidden" />
      <select
        key={market}
        defaultValue={market}
        onChange={choose}
        className="absolute inset-0 cursor-pointer opacity-0"
      >
        {MARKET_CODES.map((code) => (
          <option key={code} value={code}>
            {t(`markets.${code}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
