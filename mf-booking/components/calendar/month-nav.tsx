import { Button } from '@marketplace/kit/ui/button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { addMonths, type Day } from '../../data/calendar/calendar-days';

interface MonthNavProps {
  month: Day;
  monthName: string;
  /** The month before which nothing can be free. */
  earliest: Day;
  /** The last month in which something can be free; unknown at first. */
  latest: Day | undefined;
  onChange(month: Day): void;
}

export function MonthNav({ month, monthName, earliest, latest, onChange }: MonthNavProps) {
  const t = useTranslations('time');
  const isFirst = month <= earliest;
  const isLast = latest !== undefined && month >= latest;
  return (
    <div className="mb-2 flex max-w-lg items-center justify-between">
      <Button
        variant="quiet"
        size="icon"
        aria-label={isFirst ? t('noPreviousMonth') : t('previousMonth')}
        aria-disabled={isFirst}
        className="aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
        onClick={() => isFirst || onChange(addMonths(month, -1))}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <h3 className="font-semibold">{monthName}</h3>
      <Button
        variant="quiet"
        size="icon"
        aria-label={isLast ? t('noNextMonth') : t('nextMonth')}
        aria-disabled={isLast}
        className="aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
        onClick={() => isLast || onChange(addMonths(month, 1))}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
