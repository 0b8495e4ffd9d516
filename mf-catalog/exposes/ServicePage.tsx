import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { CatalogRoot } from '../components/catalog-root';
import { NoSuchService } from '../components/service/no-such-service';
import { ServiceScreen } from '../components/service/service-screen';
import type { ServiceProps } from '../data/load-service';

export default function ServicePage({
  slot,
  words,
  service,
  renderedAt,
}: ServiceProps & WithWords & { slot: SlotProps }) {
  return (
    <CatalogRoot slot={slot} words={words}>
      {service ? (
        <ServiceScreen key={service.id} service={service} renderedAt={renderedAt} />
      ) : (
        <NoSuchService />
      )}
    </CatalogRoot>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
