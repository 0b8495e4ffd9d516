import { Timer } from '@marketplace/kit/ui/timer';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

interface HoldTimerProps {
  expiresAt: string;
  onEnd?: (() => void) | undefined;
}

/** How long the time is still held. */
export function HoldTimer({ expiresAt, onEnd }: HoldTimerProps) {
  const t = useTranslations('pay');
  const label = useCallback((left: string) => t('timer', { left }), [t]);
  return (
    <p>
      <Timer
        endsAt={expiresAt}
        label={label}
        endedLabel={t('timerEnded')}
        {...(onEnd ? { onEnd } : {})}
      />
    </p>
  );
}
