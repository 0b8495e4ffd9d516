import { cn } from '../lib/cn';

/** A quiet block in the shape of what comes; size it with classes. The surrounding region says "loading". */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cn('rounded-control bg-ink/[0.07] motion-safe:animate-breathe', className)}
    />
  );
}
