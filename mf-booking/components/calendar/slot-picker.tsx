import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Notice } from '@marketplace/kit/ui/notice';
import { Skeleton } from '@marketplace/kit/ui/skeleton';
import type { Slot } from '@marketplace/services/booking/contract';
import { CalendarX } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import {
  addMonths,
  dayOf,
  firstDayOfWeek,
  monthName,
  slotsByDay,
} from '../../data/calendar/calendar-days';
import { withRoomFor } from '../../data/calendar/nearest';
import type { ZoneChoice } from '../zone/use-time-zone';
import { ZoneSelect } from '../zone/zone-select';
import { DayAndTime } from './day-and-time';
import { MonthNav } from './month-nav';
import type { SlotMonth } from './use-slot-month';

export interface SlotPickerProps {
  heading: ReactNode;
  picker: SlotMonth;
  zone: ZoneChoice;
  /** UTC instant that counts as now for server and browser alike. */
  now: string;
  providerName: string;
  seats?: number;
  selected: Slot | null;
  onSelect(slot: Slot): void;
  /** What follows the times of the day. */
  children?: ReactNode;
}

/** A month, its days with free times, and the times of one day, in the chosen zone. */
export function SlotPicker(props: SlotPickerProps) {
  const { heading, picker, zone, now, providerName, seats = 1 } = props;
  const t = useTranslations('time');
  const locale = useLocale();
  const turnedByKey = useRef(false);
  const { month, slots, bookableUntil } = picker;
  const name = monthName(month, locale);
  const free = slots.status === 'ready' ? withRoomFor(slots.slots, seats) : [];
  const byDay = slotsByDay(free, zone.timeZone);
  const days = [...byDay.keys()].filter((day) => day.startsWith(month.slice(0, 7))).sort();
  const monthOf = (instant: string) => addMonths(dayOf(instant, zone.timeZone), 0);
  const earliest = monthOf(now);
  const latest = bookableUntil && monthOf(new Date(Date.parse(bookableUntil) - 1).toISOString());
  const isLast = latest !== undefined && month >= latest;
  const turn = (count: number) => {
    const next = addMonths(month, count);
    if (next < earliest || (count > 0 && isLast)) return;
    turnedByKey.current = true;
    picker.show(next);
  };

  return (
    <section>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        {heading}
        <ZoneSelect zone={zone} />
      </div>
      <div className="grid gap-8 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <MonthNav
          month={month}
          monthName={name}
          earliest={earliest}
          latest={latest}
          onChange={picker.show}
        />
      </div>
      <p role="status" className="sr-only">
        {slots.status === 'loading' && t('loading')}
        {slots.status === 'ready' && t('daysIn', { count: days.length, month: name })}
      </p>
      {slots.status === 'loading' && <MonthSkeleton />}
      {slots.status === 'failed' && <Failed onRetry={picker.reload} />}
      {slots.status === 'ready' && days.length === 0 && (
        <EmptyState
          icon={CalendarX}
          title={t('noneTitle', { month: name })}
          action={
            isLast ? (
              <Button onClick={() => picker.show(earliest)}>{t('firstMonth')}</Button>
            ) : (
              <Button onClick={() => picker.show(addMonths(month, 1))}>{t('nextFree')}</Button>
            )
          }
        >
          {t(isLast ? 'noneLeftText' : 'noneText', { provider: providerName })}
        </EmptyState>
      )}
      {days.length > 0 && (
        <DayAndTime
          {...props}
          byDay={byDay}
          days={days}
          firstDayOfWeek={firstDayOfWeek(locale)}
          turnedByKey={turnedByKey}
          onTurn={turn}
        />
      )}
    </section>
  );
}

function Failed({ onRetry }: { onRetry(): void }) {
  const t = useTranslations('time');
  const flow = useTranslations('flow');
  return (
    <Notice
      tone="danger"
      urgent
      title={t('failedTitle')}
      actions={
        <Button size="small" onClick={onRetry}>
          {flow('retry')}
        </Button>
      }
    >
      {t('failedText')}
    </Notice>
  );
}

function MonthSkeleton() {
  return (
    <div aria-hidden="true" className="grid max-w-lg grid-cols-7 gap-1 pt-6">
      {Array.from({ length: 35 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: thirty-five equal boxes
        <Skeleton key={index} className="h-11" />
      ))}
    </div>
  );
}
