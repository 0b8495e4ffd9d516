import { cn } from '../lib/cn';

export interface SkeletonProps {
  className?: string;
  /** Stands for a whole card, and has its corners. */
  card?: boolean;
}

/** A quiet block in the shape of what comes; size it with classes. The surrounding region says "loading". */
export function Skeleton({ className, card }: SkeletonProps) {
  return (
    <div
      aria-hidden
      className={cn(
        card ? 'rounded-card' : 'rounded-control',
        'bg-ink/[0.07] motion-safe:animate-breathe',
        className,
      )}
    />
  );
}
