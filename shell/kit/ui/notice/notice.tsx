import { cva, type VariantProps } from 'class-variance-authority';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn';

const noticeClasses = cva('flex items-start gap-3 rounded-card p-4 text-sm', {
  variants: {
    tone: {
      info: 'bg-info-quiet [&>svg]:text-info',
      success: 'bg-success-quiet [&>svg]:text-success',
      warning: 'bg-warning-quiet [&>svg]:text-warning',
      danger: 'bg-danger-quiet [&>svg]:text-danger',
    },
  },
});

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

export interface NoticeProps {
  tone: NonNullable<VariantProps<typeof noticeClasses>['tone']>;
  title: ReactNode;
  /** What is safe and what to do next. */
  children?: ReactNode;
  /** Buttons or links that act on it. */
  actions?: ReactNode;
  /** Interrupts a screen reader at once; for what went wrong just now. */
  urgent?: boolean;
  className?: string;
}

/** A message where it belongs, on the page, staying until it is dealt with. */
export function Notice({ tone, title, children, actions, urgent, className }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div role={urgent ? 'alert' : 'status'} className={cn(noticeClasses({ tone }), className)}>
      <Icon aria-hidden className="mt-px size-5 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1 text-ink">
        <p className="font-semibold">{title}</p>
        {children ? <div>{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
