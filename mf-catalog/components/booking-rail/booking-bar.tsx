import { Button } from '@marketplace/kit/ui/button';
import { formatPrice } from '@marketplace/kit/ui/price';
import { useLocale } from '@marketplace/kit/ui/scope';
import { Sheet, SheetContent, SheetTrigger } from '@marketplace/kit/ui/sheet';
import { useTranslations } from 'use-intl';
import { NextFree } from '../cards/next-free';
import { BookingRail, type BookingRailProps } from './booking-rail';

interface BookingBarProps extends BookingRailProps {
  renderedAt: string;
}

/** The rail on a phone: a bar that says from how much and when, and opens the rest. */
export function BookingBar({ renderedAt, ...rail }: BookingBarProps) {
  const t = useTranslations();
  const locale = useLocale();
  const cheapest = [...rail.services].sort((a, b) => a.guestPriceMinor - b.guestPriceMinor)[0];
  const soonest = [...rail.services]
    .filter(({ nextFree }) => nextFree !== null)
    .sort((a, b) => ((a.nextFree ?? '') < (b.nextFree ?? '') ? -1 : 1))[0];
  if (!cheapest) return null;
  const price = formatPrice({
    amountMinor: cheapest.guestPriceMinor,
    currency: cheapest.currency,
    locale,
  });
  return (
    <div
      data-bottom-bar="lg"
      className="fixed inset-x-0 bottom-0 z-20 flex items-center gap-4 border-t border-line bg-raised/95 px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] pt-3 shadow-float backdrop-blur lg:hidden"
    >
      <p className="grid min-w-0 flex-1 text-sm">
        <span className="truncate font-semibold tabular-nums">{t('rail.from', { price })}</span>
        {soonest ? (
          <span className="truncate text-xs text-muted">
            <NextFree
              instant={soonest.nextFree}
              timeZone={soonest.timeZone}
              renderedAt={renderedAt}
            />
          </span>
        ) : null}
      </p>
      <Sheet>
        <SheetTrigger asChild>
          <Button variant="primary">{t('rail.choose')}</Button>
        </SheetTrigger>
        <SheetContent side="bottom" title={t('rail.title')} closeLabel={t('rail.close')}>
          <BookingRail {...rail} />
        </SheetContent>
      </Sheet>
    </div>
  );
}
