import { cva } from 'class-variance-authority';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn';
import { usePortalHost } from '../scope';

/** Radix dialog that comes from an edge of the screen. */
export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;

const sheetClasses = cva(
  'fixed z-50 flex flex-col bg-raised text-ink shadow-float focus-visible:outline-none',
  {
    variants: {
      side: {
        right:
          'inset-y-0 right-0 w-[min(28rem,100vw)] data-[state=open]:animate-from-right data-[state=closed]:animate-to-right',
        left: 'inset-y-0 left-0 w-[min(22rem,88vw)] data-[state=open]:animate-from-left data-[state=closed]:animate-to-left',
        bottom:
          'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-card data-[state=open]:animate-from-bottom data-[state=closed]:animate-to-bottom',
      },
    },
  },
);

export interface SheetContentProps {
  side?: 'right' | 'left' | 'bottom';
  title: ReactNode;
  /** What the cross says to a screen reader. */
  closeLabel: string;
  footer?: ReactNode;
  className?: string;
  /** Without padding, for a map or a list to the edges. */
  bleed?: boolean;
  children: ReactNode;
}

/** More of the page, from an edge: filters, a map, a menu. */
export function SheetContent(props: SheetContentProps) {
  const { side = 'right', title, closeLabel, footer, className, bleed, children } = props;
  return (
    <Primitive.Portal container={usePortalHost()}>
      <Primitive.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=open]:animate-fade-in data-[state=closed]:animate-fade-out" />
      <Primitive.Content
        aria-describedby={undefined}
        className={cn(sheetClasses({ side }), className)}
      >
        <div className="flex min-h-16 items-center gap-4 border-b border-line pl-6 pr-3">
          <Primitive.Title className="flex-1 font-display text-lg font-semibold">
            {title}
          </Primitive.Title>
          <Primitive.Close
            aria-label={closeLabel}
            className="grid size-target place-items-center rounded-full text-muted transition-colors duration-feedback hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-5" />
          </Primitive.Close>
        </div>
        <div className={cn('min-h-0 flex-1 overflow-y-auto', !bleed && 'px-6 py-5')}>
          {children}
        </div>
        {footer ? (
          <div className="flex gap-3 border-t border-line px-6 py-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {footer}
          </div>
        ) : null}
      </Primitive.Content>
    </Primitive.Portal>
  );
}
