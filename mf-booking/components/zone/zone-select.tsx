import { Field } from '@marketplace/kit/ui/field';
import { Select } from '@marketplace/kit/ui/select';
import { useTranslations } from 'use-intl';
import type { ZoneChoice } from './use-time-zone';

/** Which clock the times are read from: the likely zones first, then all of them. */
export function ZoneSelect({ zone }: { zone: ZoneChoice }) {
  const t = useTranslations('time');
  const options = (zones: string[]) =>
    zones.map((one) => (
      <option key={one} value={one}>
        {one.replaceAll('_', ' ')}
      </option>
    ));
  const likely = [...new Set([...zone.likely, zone.timeZone])];
  return (
    <Field label={t('zone')} className="w-full min-w-0 sm:w-64">
      <Select value={zone.timeZone} onChange={(event) => zone.choose(event.target.value)}>
        <optgroup label={t('zonesLikely')}>{options(likely)}</optgroup>
        {zone.all.length > 0 && (
          <optgroup label={t('zonesAll')}>
            {options(zone.all.filter((one) => !likely.includes(one)))}
          </optgroup>
        )}
      </Select>
    </Field>
  );
}
