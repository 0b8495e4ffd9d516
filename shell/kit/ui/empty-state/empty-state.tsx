import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn';

export interface EmptyStateProps {
  icon: LucideIcon;
  /** What will be here. */
  title: ReactNode;
  children?: ReactNode;
  /** The first step. */
  action?: ReactNode;
  className?: string;
}

/** Says what will be here and offers the first step towards it. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'mx-auto grid max-w-md content-center justify-items-center gap-3 px-4 py-14 text-center',
        className,
      )}
    >
      <span className="mb-1 grid size-14 place-items-center rounded-full bg-primary-quiet text-primary">
        <Icon aria-hidden className="size-6" strokeWidth={1.75} />
      </span>
      <h2 className="font-display text-xl font-semibold">{title}</h2>
      {children ? <div className="text-sm text-muted">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
