import { Button } from '@marketplace/kit/ui/button';
import { formatWallTime } from '@marketplace/kit/ui/date-time';
import type { Slot } from '@marketplace/services/booking/contract';
import { useLocale, useTranslations } from 'use-intl';
import { dayOf } from '../../data/calendar/calendar-days';
import { nearestFree, withRoomFor } from '../../data/calendar/nearest';
import type { SlotsState } from './use-slot-month';

interface NearestFreeProps {
  slots: SlotsState;
  /** The time that could not be had, a UTC instant. */
  lostStart: string;
  seats: number;
  timeZone: string;
  onTake(slot: Slot): void;
}

/** The free time closest to the one that was lost, one tap away; nothing while that is not known. */
export function NearestFree({ slots, lostStart, seats, timeZone, onTake }: NearestFreeProps) {
  const t = useTranslations('refused');
  const locale = useLocale();
  if (slots.status !== 'ready') return null;
  const nearest = nearestFree(withRoomFor(slots.slots, seats), lostStart);
  if (!nearest) return null;
  const isSameDay = dayOf(nearest.start, timeZone) === dayOf(lostStart, timeZone);
  const time = formatWallTime({
    instant: new Date(nearest.start),
    timeZone,
    locale,
    style: isSameDay ? 'time' : 'short',
  });
  return (
    <Button size="small" onClick={() => onTake(nearest)}>
      {t(nearest.start === lostStart ? 'stillFree' : 'nearest', { time })}
    </Button>
  );
}
