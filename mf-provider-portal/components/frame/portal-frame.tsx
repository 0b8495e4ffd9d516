import { cn } from '@marketplace/kit/ui/lib';
import { CalendarDays, ChartNoAxesColumn, Clock, Scissors, Sun } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

const ROOMS = [
  { id: 'today', path: '/portal', icon: Sun },
  { id: 'bookings', path: '/portal/bookings', icon: CalendarDays },
  { id: 'availability', path: '/portal/availability', icon: Clock },
  { id: 'services', path: '/portal/services', icon: Scissors },
  { id: 'earnings', path: '/portal/earnings', icon: ChartNoAxesColumn },
] as const;

export type Room = (typeof ROOMS)[number]['id'];

/** The portal's rooms: a rail on the left, a bar at the bottom of a phone. */
export function PortalFrame({ room, children }: { room: Room; children: ReactNode }) {
  const t = useTranslations('frame');
  return (
    <div className="mx-auto max-w-page md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
      <nav
        data-bottom-bar="md"
        aria-label={t('label')}
        className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-raised md:sticky md:top-0 md:z-0 md:h-fit md:border-0 md:bg-transparent md:py-8 md:pl-4"
      >
        <ul className="flex md:grid md:gap-1">
          {ROOMS.map(({ id, path, icon: Icon }) => (
            <li key={id} className="min-w-0 flex-1">
              <Link
                href={path}
                aria-current={id === room ? 'page' : undefined}
                className={cn(
                  'flex min-h-target flex-col items-center justify-center gap-0.5 rounded-control px-0.5 py-1.5 text-2xs transition-colors hover:bg-sunken md:flex-row md:justify-start md:gap-3 md:px-3 md:text-sm',
                  id === room ? 'font-semibold text-ink md:bg-sunken' : 'text-muted hover:text-ink',
                )}
              >
                <Icon aria-hidden className="size-5 md:size-4" />
                {t(`rooms.${id}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 px-4 pb-12 pt-8 sm:px-8">{children}</div>
    </div>
  );
}
