import { Clock } from 'lucide-react';
import { useEffect } from 'react';
import { cn } from '../lib/cn';
import { useRemainingSeconds } from './use-remaining';

/** Until here the timer stays in the background. */
const CALM_UNTIL_SECONDS = 120;

export interface TimerProps {
  /** UTC instant at which the time is up. */
  endsAt: string;
  /** Puts the remaining "14:32" into a sentence, e.g. "Held for 14:32". */
  label: (remaining: string) => string;
  /** The sentence for when it is over. */
  endedLabel: string;
  onEnd?: () => void;
  className?: string;
}

/** A countdown that is calm until its last two minutes. */
export function Timer({ endsAt, label, endedLabel, onEnd, className }: TimerProps) {
  const remaining = useRemainingSeconds(endsAt);
  const ended = remaining === 0;
  useEffect(() => {
    if (ended) onEnd?.();
  }, [ended, onEnd]);

  const urgent = remaining !== undefined && remaining <= CALM_UNTIL_SECONDS;
  const text = ended ? endedLabel : label(formatRemaining(remaining));
  return (
    <span
      className={cn(
        'inline-flex items-center gap-2 rounded-full px-3 py-1.5 text-sm font-medium tabular-nums transition-colors duration-move',
        urgent ? 'bg-accent text-accent-ink' : 'bg-accent-quiet text-accent-text',
        className,
      )}
    >
      <Clock aria-hidden className="size-4 shrink-0" />
      <span role="timer">{text}</span>
      <span aria-live="polite" className="sr-only">
        {isAnnounced(remaining) ? text : ''}
      </span>
    </span>
  );
}

/** "14:32"; dashes of the same width while it is not known. */
export function formatRemaining(seconds: number | undefined): string {
  if (seconds === undefined) return '––:––';
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Often enough to know, seldom enough to work: every five minutes, the last two, the last thirty seconds, the end. */
function isAnnounced(seconds: number | undefined): boolean {
  return seconds !== undefined && (seconds % 300 === 0 || [120, 60, 30].includes(seconds));
}
