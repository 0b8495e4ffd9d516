import { formatWallTime } from '@marketplace/kit/ui/date-time';
import { cn } from '@marketplace/kit/ui/lib';
import type { Slot } from '@marketplace/services/booking/contract';
import type { KeyboardEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';

interface TimeButtonProps {
  slot: Slot;
  timeZone: string;
  isSelected: boolean;
  isTabStop: boolean;
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One free time on the clock of the zone, with the seats that are left where there are several. */
export function TimeButton(props: TimeButtonProps) {
  const { slot, timeZone, isSelected, isTabStop, onSelect, onKeyDown } = props;
  const t = useTranslations('time');
  const locale = useLocale();
  const instant = new Date(slot.start);
  return (
    <button
      type="button"
      data-start={slot.start}
      aria-pressed={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onSelect}
      onKeyDown={onKeyDown}
      className={cn(
        'min-h-target w-full rounded-control border px-2 py-2 text-sm font-medium tabular-nums transition-colors hover:border-ink',
        isSelected ? 'border-ink bg-ink text-canvas' : 'border-line-strong bg-surface',
      )}
    >
      <span className="block">{formatWallTime({ instant, timeZone, locale, style: 'time' })}</span>
      {slot.seatsLeft !== undefined && (
        <span className="block text-xs font-normal opacity-80">
          {t('seatsLeft', { count: slot.seatsLeft })}
        </span>
      )}
    </button>
  );
}
