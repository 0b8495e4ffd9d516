import { Slot } from '@radix-ui/react-slot';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn';

export interface CardProps extends ComponentProps<'div'> {
  asChild?: boolean;
}

/** A surface one step above the canvas with a hairline around it. Padding is the content's choice. */
export function Card({ asChild, className, ...rest }: CardProps) {
  const Element = asChild ? Slot : 'div';
  return (
    <Element
      className={cn('rounded-card border border-line bg-surface shadow-card', className)}
      {...rest}
    />
  );
}
