import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { CatalogRoot } from '../components/catalog-root';
import { type NearYouProps, NearYouSection } from '../components/near-you/near-you-section';

/** Rendered at the edge from a snapshot, hydrated by the shell as a root of its own. */
export default function NearYou({
  slot,
  words,
  ...props
}: NearYouProps & WithWords & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot} words={words}>
      <NearYouSection {...props} />
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
