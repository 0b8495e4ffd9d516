import { Popover as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn';
import { usePortalHost } from '../scope';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverAnchor = Primitive.Anchor;
export const PopoverClose = Primitive.Close;

export interface PopoverContentProps extends ComponentProps<typeof Primitive.Content> {
  /** Lets the content reach the edges. */
  bleed?: boolean;
}

/** Choices beside what opened them. */
export function PopoverContent({ bleed, className, ...rest }: PopoverContentProps) {
  return (
    <Primitive.Portal container={usePortalHost()}>
      <Primitive.Content
        align="start"
        sideOffset={8}
        collisionPadding={16}
        className={cn(
          'z-40 w-[min(20rem,calc(100vw-2rem))] rounded-card border border-line bg-raised text-ink shadow-float focus-visible:outline-none',
          'data-[state=open]:animate-scale-in data-[state=closed]:animate-fade-out',
          !bleed && 'p-4',
          className,
        )}
        {...rest}
      />
    </Primitive.Portal>
  );
}
