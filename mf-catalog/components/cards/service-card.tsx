import { Art } from '@marketplace/kit/ui/art';
import { cn } from '@marketplace/kit/ui/cn';
import { Rating } from '@marketplace/kit/ui/rating';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { useServiceWords } from '../shared/use-service-words';
import { GuestPrice } from './guest-price';
import { NextFree } from './next-free';

export interface ServiceCardProps {
  service: ServiceSummary;
  renderedAt: string;
  /** Level of the title in the page's outline. */
  heading?: 'h2' | 'h3';
  /** Set apart because its pin on the map is chosen. */
  marked?: boolean;
  className?: string;
}

/** A service in a list. The whole card opens it; what is read first comes first. */
export function ServiceCard({
  service,
  renderedAt,
  heading: Heading = 'h3',
  marked,
  className,
}: ServiceCardProps) {
  const words = useServiceWords();
  const { id, title, category, durationMin, distanceKm, providerName, city } = service;
  return (
    <article
      className={cn(
        'group relative flex flex-col gap-3 rounded-card outline-offset-4 has-[a:focus-visible]:outline has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-primary',
        marked && 'ring-2 ring-ink ring-offset-4 ring-offset-canvas',
        className,
      )}
    >
      <div className="relative aspect-[8/5] overflow-hidden rounded-card">
        <Art
          seed={id}
          category={category}
          className="transition-transform duration-move motion-safe:group-hover:scale-[1.025]"
        />
        {service.nextFree === null ? null : (
          <p className="absolute inset-x-2.5 bottom-2.5 w-fit rounded-full bg-raised/95 px-3 py-1 text-xs font-medium text-ink shadow-card">
            <span aria-hidden className="mr-1.5 inline-block size-2 rounded-full bg-accent" />
            <NextFree
              instant={service.nextFree}
              timeZone={service.timeZone}
              renderedAt={renderedAt}
            />
          </p>
        )}
      </div>
      <div className="grid gap-0.5 text-sm">
        <div className="flex items-start justify-between gap-3">
          <Heading className="text-base font-semibold leading-snug">
            <SiteLink
              href={`/s/${id}`}
              className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none"
            >
              {title}
            </SiteLink>
          </Heading>
          <Rating
            value={service.rating}
            count={service.ratingCount}
            label={words.rating(service.rating, service.ratingCount)}
            className="mt-px"
          />
        </div>
        <p className="truncate text-muted">{providerName}</p>
        <p className="text-muted">
          {words.duration(durationMin)} · {city}
          {distanceKm === undefined ? null : ` · ${words.away(distanceKm)}`}
        </p>
        <GuestPrice service={service} className="mt-1" />
      </div>
    </article>
  );
}
