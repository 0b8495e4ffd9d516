import { cn } from '@marketplace/kit/ui/lib';
import { Timer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSecondsLeft } from './use-seconds-left';

const URGENT_SECONDS = 120;

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

interface HoldTimerProps {
  expiresAt: string;
  onEnd(): void;
}

/** How long the time is still held; calm until the last two minutes, spoken once a minute. */
export function HoldTimer({ expiresAt, onEnd }: HoldTimerProps) {
  const t = useTranslations('pay');
  const secondsLeft = useSecondsLeft(expiresAt, onEnd);
  const wholeMinutes = Math.ceil(secondsLeft / 60) * 60;
  return (
    <p
      className={cn(
        'flex items-center gap-2 rounded-control bg-sunken px-3 py-2.5 text-sm tabular-nums transition-colors',
        secondsLeft <= URGENT_SECONDS && 'bg-accent-quiet font-medium',
      )}
    >
      <Timer aria-hidden className="size-4 shrink-0" />
      <span aria-hidden="true">{t('timer', { left: clock(secondsLeft) })}</span>
      <span className="sr-only" role="timer" aria-live="polite">
        {t('timer', { left: clock(wholeMinutes) })}
      </span>
    </p>
  );
}
