import { DateTime, nearStyle } from '@marketplace/kit/ui/date-time';
import { useTranslations } from 'use-intl';

interface NextFreeProps {
  instant: string | null;
  timeZone: string;
  /** When the page was made: what "soon" is measured from, the same on server and in browser. */
  renderedAt: string;
}

/** The next time that can be booked, with its zone. */
export function NextFree({ instant, timeZone, renderedAt }: NextFreeProps) {
  const t = useTranslations('service');
  if (instant === null) return <>{t('nothingFree')}</>;
  const style = nearStyle(new Date(instant), new Date(renderedAt));
  return (
    <>
      {t('nextFree')} <DateTime instant={instant} timeZone={timeZone} style={style} />
    </>
  );
}
