import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { CatalogRoot } from '../components/catalog-root';
import { NoSuchProvider } from '../components/provider/no-such-provider';
import { ProviderScreen } from '../components/provider/provider-screen';
import type { ProviderProps } from '../data/load-provider';

export default function ProviderPage({
  slot,
  words,
  provider,
  renderedAt,
}: ProviderProps & WithWords & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot} words={words}>
      {provider ? (
        <ProviderScreen key={provider.id} provider={provider} renderedAt={renderedAt} />
      ) : (
        <NoSuchProvider />
      )}
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
