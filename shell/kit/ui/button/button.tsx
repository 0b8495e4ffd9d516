import { Slot } from '@radix-ui/react-slot';
import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn';

/** Class names of a button, for what looks like one and is something else. */
export const buttonClasses = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-semibold',
    'transition-[background-color,border-color,color,transform] duration-feedback active:translate-y-px',
    'disabled:opacity-55 aria-disabled:cursor-progress [&_svg]:size-[1.15em] [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-ink hover:bg-primary-hover',
        secondary:
          'border border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-sunken',
        quiet: 'text-ink hover:bg-sunken',
        danger: 'bg-danger text-danger-ink hover:bg-danger/90',
        link: 'text-primary underline decoration-primary/35 underline-offset-4 hover:decoration-primary',
      },
      size: {
        small: 'min-h-9 px-3 text-sm pointer-coarse:min-h-target',
        medium: 'min-h-target px-4 text-sm',
        large: 'min-h-[3.25rem] px-6 text-base',
        icon: 'size-target p-0 text-base',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'px-0' }],
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonClasses> {
  /** Renders the only child (a link) with the looks of a button. */
  asChild?: boolean;
  /** Words that replace the label while something is under way, e.g. "Holding your time…". */
  loading?: string | false | undefined;
}

/** A button. While `loading` it keeps its focus, takes no clicks and says what is happening. */
export function Button({
  variant,
  size,
  asChild,
  loading,
  className,
  children,
  ...rest
}: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className);
  if (asChild) {
    return (
      <Slot className={classes} {...rest}>
        {children}
      </Slot>
    );
  }
  if (!loading) {
    return (
      <button type="button" className={classes} {...rest}>
        {children}
      </button>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-disabled
      aria-busy
      onClick={(event) => event.preventDefault()}
    >
      <LoaderCircle aria-hidden className="motion-safe:animate-spin" />
      {loading}
    </button>
  );
}
