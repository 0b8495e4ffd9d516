import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { AsChild } from '../as-child';

/** Those with an inside; a link has none. */
const BOXED: ('primary' | 'secondary' | 'quiet' | 'danger' | 'ink')[] = [
  'primary',
  'secondary',
  'quiet',
  'danger',
  'ink',
];

/** Class names of a button, for what looks like one and is something else. */
export const buttonClasses = cva(
  [
    'inline-flex select-none items-center justify-center gap-2 font-semibold',
    'transition-[background-color,border-color,color,transform] duration-feedback active:translate-y-px',
    'disabled:opacity-55 aria-busy:cursor-progress [&_svg]:size-[1.15em] [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-ink hover:bg-primary-hover',
        secondary:
          'border border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-sunken',
        quiet: 'text-ink hover:bg-sunken',
        danger: 'bg-danger text-danger-ink hover:bg-danger/90',
        ink: 'bg-ink text-canvas hover:bg-ink/90',
        link: 'text-primary underline decoration-primary/35 underline-offset-4 hover:decoration-primary',
      },
      size: {
        small: 'min-h-9 rounded-control text-sm pointer-coarse:min-h-target',
        medium: 'min-h-target rounded-control text-sm',
        large: 'min-h-[3.25rem] rounded-control text-base',
        pill: 'min-h-target rounded-full text-sm',
        icon: 'size-target rounded-control p-0 text-base',
      },
      /** Lets a long label have several lines. */
      wraps: {
        true: 'max-w-full whitespace-normal py-2',
        false: 'shrink-0 whitespace-nowrap',
      },
    },
    compoundVariants: [
      { variant: BOXED, size: 'small', className: 'px-3' },
      { variant: BOXED, size: 'medium', className: 'px-4' },
      { variant: BOXED, size: 'large', className: 'px-6' },
      { variant: BOXED, size: 'pill', className: 'px-5' },
    ],
    defaultVariants: { variant: 'secondary', size: 'medium', wraps: false },
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
  wraps,
  asChild,
  loading,
  className,
  children,
  ...rest
}: ButtonProps) {
  const classes = buttonClasses({ variant, size, wraps, className });
  if (asChild) {
    return (
      <AsChild className={classes} {...rest}>
        {children}
      </AsChild>
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
