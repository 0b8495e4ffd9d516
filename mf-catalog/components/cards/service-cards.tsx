import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { ServiceCard } from './service-card';

/** A row of cards: a strip to push along on a phone, up to four side by side on a desk. */
export function ServiceCards({
  services,
  renderedAt,
}: {
  services: readonly ServiceSummary[];
  renderedAt: string;
}) {
  return (
    <ul className="grid gap-x-5 gap-y-8 max-sm:-mx-4 max-sm:auto-cols-[78%] max-sm:grid-flow-col max-sm:snap-x max-sm:snap-mandatory max-sm:scroll-px-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:pb-2 max-sm:pt-1 sm:grid-cols-2 lg:grid-cols-4">
      {services.map((service) => (
        <li key={service.id} className="min-w-0 max-sm:snap-start">
          <ServiceCard service={service} renderedAt={renderedAt} />
        </li>
      ))}
    </ul>
  );
}
