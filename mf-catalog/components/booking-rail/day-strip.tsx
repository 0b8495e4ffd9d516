import { cn } from '@marketplace/kit/ui/cn';
import { dateFormat } from '@marketplace/kit/ui/formats';
import { useLocale } from '@marketplace/kit/ui/scope';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { formatDate } from '../../data/days/local-days';
import type { SlotDay } from '../../data/days/slot-days';

interface DayStripProps {
  /** The days of the week that is shown. */
  days: readonly SlotDay[];
  chosen: string | undefined;
  onChoose: (date: string) => void;
  onEarlier: (() => void) | undefined;
  onLater: (() => void) | undefined;
}

/** A week of days to choose from; days without free times are visibly shut. */
export function DayStrip({ days, chosen, onChoose, onEarlier, onLater }: DayStripProps) {
  const t = useTranslations('rail');
  return (
    <fieldset aria-label={t('days')} className="flex items-stretch gap-0.5">
      <Turn label={t('earlier')} onTurn={onEarlier} icon={ChevronLeft} />
      {days.map((day) => (
        <Day key={day.date} day={day} chosen={day.date === chosen} onChoose={onChoose} />
      ))}
      <Turn label={t('later')} onTurn={onLater} icon={ChevronRight} />
    </fieldset>
  );
}

interface DayProps {
  day: SlotDay;
  chosen: boolean;
  onChoose: (date: string) => void;
}

function Day({ day: { date, slots }, chosen, onChoose }: DayProps) {
  const t = useTranslations('rail');
  const locale = useLocale();
  const part = (options: Intl.DateTimeFormatOptions): string =>
    dateFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${date}T00:00:00Z`));
  const shut = slots.length === 0;
  return (
    <button
      type="button"
      disabled={shut}
      aria-pressed={chosen}
      onClick={() => onChoose(date)}
      className={cn(
        'grid min-h-14 flex-1 content-center justify-items-center rounded-control text-2xs transition-colors duration-feedback',
        shut && 'line-through decoration-muted/60',
        chosen ? 'bg-ink text-canvas' : shut ? 'text-muted' : 'hover:bg-sunken',
      )}
    >
      <span className="sr-only">
        {t('dayLabel', { date: formatDate(date, locale), count: slots.length })}
      </span>
      <span aria-hidden className={chosen ? 'opacity-80' : 'text-muted'}>
        {part({ weekday: 'short' })}
      </span>
      <span
        aria-hidden
        className={cn('text-base tabular-nums', shut ? 'font-normal' : 'font-semibold')}
      >
        {part({ day: 'numeric' })}
      </span>
    </button>
  );
}

interface TurnProps {
  label: string;
  onTurn: (() => void) | undefined;
  icon: typeof ChevronLeft;
}

function Turn({ label, onTurn, icon: Icon }: TurnProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={!onTurn}
      onClick={onTurn}
      className="grid w-8 shrink-0 place-items-center rounded-control text-muted transition-colors duration-feedback hover:bg-sunken hover:text-ink disabled:opacity-30"
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
