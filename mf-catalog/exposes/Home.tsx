import type { SlotProps } from '@marketplace/kit/slice';
import { CatalogRoot } from '../components/catalog-root';
import { HomeScreen } from '../components/home/home-screen';
import type { HomeProps } from '../data/load-home';

export default function Home({ slot, ...props }: HomeProps & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot}>
      <HomeScreen {...props} />
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
