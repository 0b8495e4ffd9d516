import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn';
import { usePortalHost } from '../scope';

/** Radix dialog: `open` and `onOpenChange`, or a `DialogTrigger` inside. */
export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

export interface DialogContentProps {
  title: ReactNode;
  /** Read out on opening; leave it out only where the title says everything. */
  description?: ReactNode;
  /** What the cross says to a screen reader. */
  closeLabel: string;
  /** Actions, the primary one last. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A question in the middle of the screen; from the bottom on a phone. Never over another one. */
export function DialogContent(props: DialogContentProps) {
  const { title, description, closeLabel, footer, className, children } = props;
  return (
    <Primitive.Portal container={usePortalHost()}>
      <Primitive.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=open]:animate-fade-in data-[state=closed]:animate-fade-out" />
      <Primitive.Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-card bg-raised text-ink shadow-float focus-visible:outline-none',
          'data-[state=open]:animate-from-bottom data-[state=closed]:animate-to-bottom',
          'sm:inset-0 sm:m-auto sm:h-fit sm:w-[min(32rem,calc(100vw-2rem))] sm:rounded-card sm:data-[state=open]:animate-scale-in sm:data-[state=closed]:animate-fade-out',
          className,
        )}
      >
        <div className="flex items-start gap-4 px-6 pt-6">
          <div className="grid flex-1 gap-1.5">
            <Primitive.Title className="font-display text-xl font-semibold">
              {title}
            </Primitive.Title>
            {description ? (
              <Primitive.Description className="text-sm text-muted">
                {description}
              </Primitive.Description>
            ) : null}
          </div>
          <Primitive.Close
            aria-label={closeLabel}
            className="-mr-2.5 -mt-2.5 grid size-target place-items-center rounded-full text-muted transition-colors duration-feedback hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-5" />
          </Primitive.Close>
        </div>
        <div className="flex-1 overflow-y-auto px-6 py-5">{children}</div>
        {footer ? (
          <div className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4">
            {footer}
          </div>
        ) : null}
      </Primitive.Content>
    </Primitive.Portal>
  );
}
