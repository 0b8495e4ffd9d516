import { useLocale } from '@marketplace/kit/ui/scope';
import { useTranslations } from 'use-intl';
import { formatDate } from '../../data/days/local-days';
import { useDays } from '../shared/use-days';
import { Segment, SegmentSelect } from './segment';

interface WhenFieldProps {
  availableOn: string | undefined;
  renderedAt: string;
  timeZone: string;
}

/** "When": any day or one of the coming week. */
export function WhenField({ availableOn = '', renderedAt, timeZone }: WhenFieldProps) {
  const t = useTranslations('find');
  const locale = useLocale();
  const days = useDays(renderedAt, timeZone);
  const isListed = availableOn === '' || days.some(({ date }) => date === availableOn);
  return (
    <Segment label={t('when')}>
      <SegmentSelect name="availableOn" defaultValue={availableOn} key={availableOn}>
        <option value="">{t('anyDay')}</option>
        {isListed ? null : <option value={availableOn}>{formatDate(availableOn, locale)}</option>}
        {days.map(({ date, label }) => (
          <option key={date} value={date}>
            {label}
          </option>
        ))}
      </SegmentSelect>
    </Segment>
  );
}
