import { Button } from '@marketplace/kit/ui/button';
import { Field } from '@marketplace/kit/ui/field';
import { Notice } from '@marketplace/kit/ui/notice';
import { Select } from '@marketplace/kit/ui/select';
import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { useClock } from '../../use-clock';
import { useFreeMoves } from './use-free-moves';

interface MoveTimesProps {
  booking: ProviderBooking;
  timeZone: string;
  /** The chosen start, a UTC instant. */
  start: string | null;
  onChoose(start: string): void;
}

/** The times a booking could move to: the day, then the time of it. */
export function MoveTimes({ booking, timeZone, start, onChoose }: MoveTimesProps) {
  const t = useTranslations('bookings.move');
  const frame = useTranslations('frame');
  const clock = useClock(timeZone);
  const { load, retry } = useFreeMoves(booking, timeZone);
  if (load.status === 'loading') return <p role="status">{t('loading')}</p>;
  if (load.status === 'failed') {
    return (
      <Notice
        tone="danger"
        urgent
        title={t('failed')}
        actions={
          <Button size="small" onClick={retry}>
            {frame('retry')}
          </Button>
        }
      />
    );
  }
  const { days } = load;
  if (days.length === 0) return <Notice tone="info" title={t('none')} />;
  const chosen = days.find(({ starts }) => start !== null && starts.includes(start));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('day')}>
        <Select
          value={chosen?.date ?? ''}
          onChange={({ target }) => {
            const [first] = days.find(({ date }) => date === target.value)?.starts ?? [];
            if (first) onChoose(first);
          }}
        >
          {!chosen && <option value="">{t('choose')}</option>}
          {days.map(({ date, starts }) => (
            <option key={date} value={date}>
              {t('dayWith', { date: clock.day(starts[0] ?? ''), count: starts.length })}
            </option>
          ))}
        </Select>
      </Field>
      {chosen && (
        <Field label={t('time')}>
          <Select value={start ?? ''} onChange={({ target }) => onChoose(target.value)}>
            {chosen.starts.map((one) => (
              <option key={one} value={one}>
                {clock.time(one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
