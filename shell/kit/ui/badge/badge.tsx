import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn';

const badgeClasses = cva(
  'inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2.5 py-0.5 text-2xs font-semibold [&_svg]:size-3.5',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-muted',
        primary: 'bg-primary-quiet text-primary',
        accent: 'bg-accent-quiet text-accent-text',
        success: 'bg-success-quiet text-success',
        warning: 'bg-warning-quiet text-warning',
        danger: 'bg-danger-quiet text-danger',
        info: 'bg-info-quiet text-info',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type BadgeProps = ComponentProps<'span'> & VariantProps<typeof badgeClasses>;

/** A state in a word or two; the word carries it, the colour only helps. */
export function Badge({ tone, className, ...rest }: BadgeProps) {
  return <span className={cn(badgeClasses({ tone }), className)} {...rest} />;
}
