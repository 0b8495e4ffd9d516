import { Art } from '@marketplace/kit/ui/art';
import { Card } from '@marketplace/kit/ui/card';
import { m } from '@marketplace/kit/ui/motion';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { GuestPrice } from '../cards/guest-price';
import { NextFree } from '../cards/next-free';

interface GroupPanelProps {
  services: readonly ServiceSummary[];
  renderedAt: string;
  onClose: () => void;
}

/** What is at the chosen pin. */
export function GroupPanel({ services, renderedAt, onClose }: GroupPanelProps) {
  const t = useTranslations('map');
  const [first] = services;
  if (!first) return null;
  return (
    <Card
      asChild
      elevation="float"
      className="absolute inset-x-3 bottom-3 z-30 mx-auto flex max-h-[55%] max-w-[26rem] flex-col overflow-hidden"
    >
      <m.div initial={{ y: 24 }} animate={{ y: 0 }} exit={{ y: 24, opacity: 0 }}>
        <div className="flex items-center justify-between gap-2 border-b border-line pl-4">
          <p className="truncate text-sm font-semibold">
            {first.providerName}
            <span className="font-normal text-muted">
              {' '}
              · {t('here', { count: services.length })}
            </span>
          </p>
          <button
            type="button"
            aria-label={t('close')}
            onClick={onClose}
            className="grid size-target shrink-0 place-items-center text-muted transition-colors duration-feedback hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
        <ul className="grid overflow-y-auto p-1.5">
          {services.map((service) => (
            <li key={service.id}>
              <SiteLink
                href={`/s/${service.id}`}
                className="flex gap-3 rounded-control p-2 transition-colors duration-feedback hover:bg-sunken"
              >
                <span className="size-16 shrink-0 overflow-hidden rounded-control">
                  <Art seed={service.id} category={service.category} />
                </span>
                <span className="grid min-w-0 content-center text-sm">
                  <span className="truncate font-semibold">{service.title}</span>
                  <GuestPrice service={service} />
                  <span className="truncate text-xs text-muted">
                    <NextFree
                      instant={service.nextFree}
                      timeZone={service.timeZone}
                      renderedAt={renderedAt}
                    />
                  </span>
                </span>
              </SiteLink>
            </li>
          ))}
        </ul>
      </m.div>
    </Card>
  );
}
