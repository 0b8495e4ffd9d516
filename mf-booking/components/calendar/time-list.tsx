import { formatWallTime } from '@marketplace/kit/ui/date-time';
import { cn } from '@marketplace/kit/ui/lib';
import type { Slot } from '@marketplace/services/booking/contract';
import { useLocale, useTranslations } from 'use-intl';
import { DAY_PARTS, partOfDay } from '../../data/calendar-days';

interface TimeListProps {
  slots: readonly Slot[];
  timeZone: string;
  selected: Slot | null;
  onSelect(slot: Slot): void;
}

/** The free times of one day by morning, afternoon and evening. */
export function TimeList({ slots, timeZone, selected, onSelect }: TimeListProps) {
  const t = useTranslations('time');
  const locale = useLocale();
  const parts = DAY_PARTS.map((part) => ({
    part,
    slots: slots.filter((slot) => partOfDay(slot.start, timeZone) === part),
  })).filter((group) => group.slots.length > 0);

  return (
    <div className="grid gap-5">
      {parts.map((group) => (
        <section key={group.part} aria-label={t(group.part)}>
          <h4 className="mb-2 text-sm font-medium text-muted">{t(group.part)}</h4>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
            {group.slots.map((slot) => (
              <li key={slot.start}>
                <button
                  type="button"
                  aria-pressed={slot.start === selected?.start}
                  onClick={() => onSelect(slot)}
                  className={cn(
                    'min-h-target w-full rounded-control border border-line-strong bg-surface px-2 py-2 text-sm font-medium tabular-nums transition-colors hover:border-ink',
                    slot.start === selected?.start && 'border-ink bg-ink text-canvas',
                  )}
                >
                  <span className="block">
                    {formatWallTime({
                      instant: new Date(slot.start),
                      timeZone,
                      locale,
                      style: 'time',
                    })}
                  </span>
                  {slot.seatsLeft !== undefined && (
                    <span className="block text-xs font-normal opacity-80">
                      {t('seatsLeft', { count: slot.seatsLeft })}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
