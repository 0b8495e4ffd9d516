import { Button } from '@marketplace/kit/ui/button';
import { MotionProvider, m } from '@marketplace/kit/ui/motion';
import { useLocale } from '@marketplace/kit/ui/scope';
import { Skeleton } from '@marketplace/kit/ui/skeleton';
import type { SlotList } from '@marketplace/services/booking/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatDate, localDate } from '../../data/days/local-days';
import { type SlotDay, slotDays } from '../../data/days/slot-days';
import { DayStrip } from './day-strip';
import { TimeLink } from './time-link';
import { DAYS_AHEAD, useSlots } from './use-slots';

const WEEK_DAYS = 7;

/** Days and times of one service, each time a way into booking it. */
export function TimePicker({ serviceId }: { serviceId: string }) {
  const t = useTranslations('rail');
  const { slots, retry } = useSlots(serviceId);
  if (slots.status === 'loading') return <PickerSkeleton />;
  if (slots.status === 'failed') {
    return (
      <div role="alert" className="grid gap-1 text-sm">
        <p className="font-semibold">{t('failed')}</p>
        <p className="text-muted">{t('failedText')}</p>
        <Button size="small" className="mt-2 justify-self-start" onClick={retry}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  if (slots.list.slots.length === 0) {
    return (
      <div className="grid gap-1 text-sm">
        <p className="font-semibold">{t('none', { days: DAYS_AHEAD })}</p>
        <p className="text-muted">{t('noneText')}</p>
      </div>
    );
  }
  return <Days key={serviceId} serviceId={serviceId} list={slots.list} />;
}

function Days({ serviceId, list }: { serviceId: string; list: SlotList }) {
  const { timeZone } = list;
  const [today] = useState(() => localDate(new Date(), timeZone));
  const days = slotDays(list.slots, timeZone, today, DAYS_AHEAD);
  const firstFree = days.findIndex(({ slots }) => slots.length > 0);
  const [chosen, setChosen] = useState(days[firstFree]?.date);
  const [week, setWeek] = useState(Math.floor(Math.max(0, firstFree) / WEEK_DAYS));
  const weeks = DAYS_AHEAD / WEEK_DAYS;
  const day = days.find(({ date }) => date === chosen);
  return (
    <div className="grid gap-4">
      <DayStrip
        days={days.slice(week * WEEK_DAYS, (week + 1) * WEEK_DAYS)}
        chosen={chosen}
        onChoose={setChosen}
        onEarlier={week > 0 ? () => setWeek(week - 1) : undefined}
        onLater={week < weeks - 1 ? () => setWeek(week + 1) : undefined}
      />
      {day ? <Times serviceId={serviceId} day={day} timeZone={timeZone} /> : null}
    </div>
  );
}

interface TimesProps {
  serviceId: string;
  day: SlotDay;
  timeZone: string;
}

function Times({ serviceId, day, timeZone }: TimesProps) {
  const t = useTranslations('rail');
  const locale = useLocale();
  const date = formatDate(day.date, locale);
  return (
    <div className="grid gap-2">
      <p role="status" className="text-xs text-muted">
        {t('times', { count: day.slots.length, date })}
      </p>
      <MotionProvider>
        <m.ul
          key={day.date}
          initial={{ x: 12 }}
          animate={{ x: 0 }}
          className="grid max-h-64 grid-cols-3 gap-2 overflow-y-auto p-0.5"
        >
          {day.slots.map((slot) => (
            <li key={slot.start} className="grid">
              <TimeLink serviceId={serviceId} slot={slot} timeZone={timeZone} style="time" />
            </li>
          ))}
        </m.ul>
      </MotionProvider>
    </div>
  );
}

function PickerSkeleton() {
  const t = useTranslations('rail');
  return (
    <div className="grid gap-4">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="h-14" />
      <Skeleton className="h-4 w-40" />
      <div className="grid grid-cols-3 gap-2">
        {[0, 1, 2, 3, 4, 5].map((key) => (
          <Skeleton key={key} className="h-11" />
        ))}
      </div>
    </div>
  );
}
