import type { SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import { SitePaths } from '@marketplace/kit/ui/site-link';
import { isMarketCode, MARKETS, type Market } from '@marketplace/services/domain/markets';
import { createContext, type ReactNode, useContext } from 'react';

const MarketContext = createContext<Market>(MARKETS.us);

export interface CatalogRootProps {
  slot: SlotProps;
  words: Words;
  children: ReactNode;
}

/** What every screen of the slice stands in: its words, the market's habits, its stylesheet. */
export function CatalogRoot({ slot, words, children }: CatalogRootProps) {
  return (
    <WordsScope name="mf-catalog" locale={slot.locale} words={words}>
      <SitePaths prefix={slot.pathPrefix}>
        <MarketContext value={marketOf(slot.market)}>{children}</MarketContext>
      </SitePaths>
    </WordsScope>
  );
}

/** The market the screen is for: its cities, currency and units. */
export function useMarket(): Market {
  return useContext(MarketContext);
}

function marketOf(code: string): Market {
  return MARKETS[isMarketCode(code) ? code : 'us'];
}
