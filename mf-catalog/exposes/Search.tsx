import type { SlotProps } from '@marketplace/kit/slice';
import { CatalogRoot } from '../components/catalog-root';
import { SearchScreen } from '../components/search/search-screen';
import type { SearchProps } from '../data/load-search';

export default function Search({ slot, ...props }: SearchProps & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot}>
      <SearchScreen {...props} />
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
