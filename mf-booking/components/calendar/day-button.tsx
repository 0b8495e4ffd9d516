import { cn } from '@marketplace/kit/ui/lib';
import type { KeyboardEvent } from 'react';
import type { Day } from '../../data/calendar/calendar-days';

interface DayButtonProps {
  day: Day;
  label: string;
  isSelected: boolean;
  isTabStop: boolean;
  isOpen: boolean;
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
}

function coloursOf({ isSelected, isOpen }: DayButtonProps): string {
  if (isSelected) return 'bg-ink text-canvas hover:bg-ink';
  return isOpen ? 'bg-primary-quiet text-ink hover:bg-primary/20' : 'text-muted';
}

export function DayButton(props: DayButtonProps) {
  const { day, label, isSelected, isTabStop, isOpen, onSelect, onKeyDown } = props;
  return (
    <button
      type="button"
      data-day={day}
      disabled={!isOpen}
      aria-pressed={isSelected}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onSelect}
      onKeyDown={onKeyDown}
      className={cn(
        'relative h-11 w-full rounded-control text-sm tabular-nums transition-colors',
        isOpen ? 'font-semibold' : 'cursor-not-allowed line-through decoration-line-strong',
        coloursOf(props),
      )}
    >
      {Number(day.slice(8))}
    </button>
  );
}
