import type { ComponentProps } from 'react';
import { AsChild } from '../as-child';
import { cn } from '../lib/cn';

/** How far above the canvas it is. */
const ELEVATIONS = {
  card: 'bg-surface shadow-card',
  lift: 'bg-surface shadow-lift',
  float: 'bg-raised shadow-float',
};

export interface CardProps extends ComponentProps<'div'> {
  asChild?: boolean;
  elevation?: keyof typeof ELEVATIONS;
}

/** A surface above the canvas with a hairline around it. Padding is the content's choice. */
export function Card({ asChild, elevation = 'card', className, ...rest }: CardProps) {
  const Element = asChild ? AsChild : 'div';
  return (
    <Element
      className={cn('rounded-card border border-line', ELEVATIONS[elevation], className)}
      {...rest}
    />
  );
}
