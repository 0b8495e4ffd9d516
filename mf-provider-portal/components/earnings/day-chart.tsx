import { cn } from '@marketplace/kit/ui/lib';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EarningsDay } from '../../data/days/earnings-days';
import { useDayLabel } from './use-day-label';

export interface DayViewProps {
  days: readonly EarningsDay[];
  currency: string;
  openDate: string | null;
  onOpen(date: string): void;
}

const HEIGHT = 100;
const BAR_WIDTH = 8;
const STEP = 10;
const STEPS_BY_KEY: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

function barColour({ netMinor }: EarningsDay, isOpen: boolean): string {
  if (netMinor < 0) return 'fill-danger';
  return isOpen ? 'fill-ink' : 'fill-ink/60 group-hover:fill-ink';
}

/** Net by day as bars; one stop of the Tab key, arrows walk, Enter opens the day. */
export function DayChart({ days, currency, openDate, onOpen }: DayViewProps) {
  const t = useTranslations('earnings');
  const label = useDayLabel(currency);
  const bars = useRef<SVGSVGElement>(null);
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const top = Math.max(0, ...days.map((day) => day.netMinor));
  const bottom = Math.min(0, ...days.map((day) => day.netMinor));
  const heightOf = (amountMinor: number) => (amountMinor / (top - bottom || 1)) * HEIGHT;
  const zero = heightOf(top);
  const tabStop =
    walkedTo ??
    Math.max(
      0,
      days.findIndex((day) => day.date === openDate),
    );

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const ends: Record<string, number> = { Home: 0, End: days.length - 1 };
    const step = STEPS_BY_KEY[event.key];
    const target = ends[event.key] ?? (step ? index + step : index);
    const day = days[target];
    if (!day) return;
    if (event.key === 'Enter' || event.key === ' ') onOpen(day.date);
    else if (target === index) return;
    event.preventDefault();
    setWalkedTo(target);
    bars.current?.querySelector<SVGGElement>(`[data-date="${day.date}"]`)?.focus();
  };

  return (
    <figure>
      <div className="flex justify-between text-xs tabular-nums text-muted">
        <span>{label.amount(top)}</span>
        {bottom < 0 && <span>{t('lowest', { amount: label.amount(bottom) })}</span>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        ref={bars}
        role="group"
        aria-label={t('chartLabel')}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-1 h-48 w-full overflow-visible"
      >
        <line
          x1="0"
          x2={days.length * STEP}
          y1={zero}
          y2={zero}
          className="stroke-line-strong"
          vectorEffect="non-scaling-stroke"
        />
        {days.map((day, index) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
          <g
            key={day.date}
            role="button"
            data-date={day.date}
            tabIndex={index === tabStop ? 0 : -1}
            aria-label={label.sentence(day)}
            aria-pressed={day.date === openDate}
            onClick={() => onOpen(day.date)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className="group cursor-pointer"
          >
            <title>{label.sentence(day)}</title>
            <rect
              x={index * STEP}
              width={STEP}
              height={HEIGHT}
              className={
                day.date === openDate ? 'fill-sunken' : 'fill-transparent group-hover:fill-sunken'
              }
            />
            <rect
              x={index * STEP + (STEP - BAR_WIDTH) / 2}
              width={BAR_WIDTH}
              y={zero - Math.max(0, heightOf(day.netMinor))}
              height={Math.abs(heightOf(day.netMinor))}
              className={cn('transition-colors', barColour(day, day.date === openDate))}
            />
          </g>
        ))}
      </svg>
      <figcaption className="mt-2 flex justify-between text-xs text-muted">
        <span>{label.name(days[0]?.date ?? '')}</span>
        <span>{label.name(days.at(-1)?.date ?? '')}</span>
      </figcaption>
    </figure>
  );
}
