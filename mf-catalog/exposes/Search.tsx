import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { CatalogRoot } from '../components/catalog-root';
import { SearchScreen } from '../components/search/search-screen';
import type { SearchProps } from '../data/load-search';

export default function Search({
  slot,
  words,
  ...props
}: SearchProps & WithWords & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot} words={words}>
      <SearchScreen {...props} />
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
