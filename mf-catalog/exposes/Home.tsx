import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { CatalogRoot } from '../components/catalog-root';
import { HomeScreen } from '../components/home/home-screen';
import type { HomeProps } from '../data/load-home';

export default function Home({
  slot,
  words,
  ...props
}: HomeProps & WithWords & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot} words={words}>
      <HomeScreen {...props} />
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
