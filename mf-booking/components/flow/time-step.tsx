import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Field } from '@marketplace/kit/ui/field';
import { Notice } from '@marketplace/kit/ui/notice';
import { Select } from '@marketplace/kit/ui/select';
import { Skeleton } from '@marketplace/kit/ui/skeleton';
import type { Slot } from '@marketplace/services/booking/contract';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { CalendarX, ChevronLeft, ChevronRight } from 'lucide-react';
import { type Dispatch, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { addMonths, type Day, dayOf, slotsByDay } from '../../data/calendar-days';
import { timeLabels } from '../../data/time-label';
import type { FlowEvent, FlowState } from './flow-state';
import { MonthGrid } from './month-grid';
import { TimeList } from './time-list';
import { useSlots } from './use-slots';
import type { ZoneChoice } from './use-time-zone';

interface TimeStepProps {
  service: ServiceDetail;
  state: FlowState;
  zone: ZoneChoice;
  dispatch: Dispatch<FlowEvent>;
}

export function TimeStep({ service, state, zone, dispatch }: TimeStepProps) {
  const t = useTranslations('time');
  const { timeZone } = zone;
  const firstStart = state.slot?.start ?? service.nextFree;
  const [month, setMonth] = useState<Day | null>(null);
  const shownMonth = month ?? addMonths(dayOf(firstStart ?? new Date().toISOString(), timeZone), 0);
  const { state: slots, reload } = useSlots(service.id, shownMonth);

  return (
    <section>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h2 className="font-display text-xl font-semibold">{t('heading')}</h2>
        <Field label={t('zone')} className="min-w-56">
          <Select value={timeZone} onChange={(event) => zone.choose(event.target.value)}>
            {zone.options.map((option) => (
              <option key={option}>{option.replaceAll('_', ' ')}</option>
            ))}
          </Select>
        </Field>
      </div>
      <MonthNav month={shownMonth} onChange={setMonth} />
      {slots.status === 'loading' && <MonthSkeleton label={t('loading')} />}
      {slots.status === 'failed' && (
        <Notice tone="danger" title={t('failedTitle')} actions={<RetryButton onRetry={reload} />}>
          {t('failedText')}
        </Notice>
      )}
      {slots.status === 'ready' && (
        <DayAndTime
          service={service}
          slots={slots.slots}
          month={shownMonth}
          state={state}
          timeZone={timeZone}
          dispatch={dispatch}
          onNextMonth={() => setMonth(addMonths(shownMonth, 1))}
        />
      )}
    </section>
  );
}

function RetryButton({ onRetry }: { onRetry(): void }) {
  const t = useTranslations('flow');
  return (
    <Button size="small" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
}

function MonthSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid max-w-lg grid-cols-7 gap-1 pt-6">
      {Array.from({ length: 35 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: thirty-five equal boxes
        <Skeleton key={index} className="h-11" />
      ))}
    </div>
  );
}

function MonthNav({ month, onChange }: { month: Day; onChange(month: Day): void }) {
  const t = useTranslations('time');
  const locale = useLocale();
  const isPast = month <= addMonths(new Date().toISOString().slice(0, 10), 0);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <div className="mb-2 flex max-w-lg items-center justify-between">
      <Button
        variant="quiet"
        size="icon"
        aria-label={t('previousMonth')}
        disabled={isPast}
        onClick={() => onChange(addMonths(month, -1))}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <h3 aria-live="polite" className="font-semibold">
        {name.format(new Date(`${month}T12:00:00Z`))}
      </h3>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t('nextMonth')}
        onClick={() => onChange(addMonths(month, 1))}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}

interface DayAndTimeProps extends Omit<TimeStepProps, 'zone'> {
  slots: Slot[];
  month: Day;
  timeZone: string;
  onNextMonth(): void;
}

function DayAndTime({
  service,
  slots,
  month,
  state,
  timeZone,
  dispatch,
  onNextMonth,
}: DayAndTimeProps) {
  const t = useTranslations('time');
  const locale = useLocale();
  const times = useRef<HTMLHeadingElement>(null);
  const byDay = useMemo(() => slotsByDay(slots, timeZone), [slots, timeZone]);
  const days = [...byDay.keys()].filter((day) => day.startsWith(month.slice(0, 7))).sort();
  const chosenDay = state.slot && dayOf(state.slot.start, timeZone);
  const [touchedDay, setTouchedDay] = useState<Day | null>(null);
  const day = [touchedDay, chosenDay, days[0]].find((one) => one && days.includes(one)) ?? null;
  const freeByDay = new Map(days.map((one) => [one, byDay.get(one)?.length ?? 0]));
  const free = (day && byDay.get(day)) || [];
  const { slot } = state;
  const isStillFree =
    !slot || !day || day !== chosenDay || free.some((one) => one.start === slot.start);

  useEffect(() => {
    if (!isStillFree) dispatch({ type: 'refused', problem: TAKEN });
  }, [isStillFree, dispatch]);

  if (days.length === 0 || !day) {
    const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    return (
      <EmptyState
        icon={CalendarX}
        title={t('noneTitle', { month: name.format(new Date(`${month}T12:00:00Z`)) })}
        action={<Button onClick={onNextMonth}>{t('nextFree')}</Button>}
      >
        {t('noneText', { provider: service.providerName })}
      </EmptyState>
    );
  }

  const selectDay = (next: Day) => {
    setTouchedDay(next);
    requestAnimationFrame(() => times.current?.focus({ preventScroll: true }));
  };
  const dateName = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

  return (
    <div className="grid gap-8 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
      <div className="max-w-lg">
        <MonthGrid
          month={month}
          firstDayOfWeek={firstDayOfWeek(locale)}
          freeByDay={freeByDay}
          selected={day}
          onSelect={selectDay}
        />
      </div>
      <div className="min-w-0">
        <h3
          ref={times}
          tabIndex={-1}
          aria-live="polite"
          className="mb-3 font-semibold focus-visible:outline-none"
        >
          {t('timesOn', {
            count: free.length,
            date: dateName.format(new Date(`${day}T12:00:00Z`)),
          })}
        </h3>
        <TimeList
          slots={free}
          timeZone={timeZone}
          selected={slot}
          onSelect={(next) => dispatch({ type: 'slot-chosen', slot: next })}
        />
        <Continue state={state} service={service} timeZone={timeZone} dispatch={dispatch} />
      </div>
    </div>
  );
}

const TAKEN = {
  type: 'about:blank',
  title: 'The chosen time is no longer free',
  status: 409,
  code: 'SLOT_TAKEN',
};

/** The first day of the week as the locale's region writes calendars. */
function firstDayOfWeek(locale: string): number {
  const region = new Intl.Locale(locale).maximize().region ?? 'US';
  return ['US', 'CA', 'JP', 'BR', 'IN'].includes(region) ? 7 : 1;
}

function Continue({
  state,
  service,
  timeZone,
  dispatch,
}: Omit<TimeStepProps, 'zone'> & { timeZone: string }) {
  const t = useTranslations('time');
  const locale = useLocale();
  const { slot, seats } = state;
  const seatsLeft = Math.min(slot?.seatsLeft ?? service.capacity, service.capacity);
  return (
    <div className="mt-6 grid gap-4 border-t border-line pt-5">
      {service.capacity > 1 && slot && (
        <Field label={t('seats')} className="max-w-32">
          <Select
            value={seats}
            onChange={(event) =>
              dispatch({ type: 'seats-chosen', seats: Number(event.target.value) })
            }
          >
            {Array.from({ length: seatsLeft }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is the option
              <option key={index}>{index + 1}</option>
            ))}
          </Select>
        </Field>
      )}
      {slot ? (
        <Button variant="primary" size="large" onClick={() => dispatch({ type: 'time-settled' })}>
          {t('continue', {
            time: timeLabels([slot.start], locale, timeZone).get(slot.start) ?? '',
          })}
        </Button>
      ) : (
        <p className="text-sm text-muted">{t('chooseFirst')}</p>
      )}
    </div>
  );
}
