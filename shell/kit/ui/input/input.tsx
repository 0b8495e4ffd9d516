import type { ComponentProps } from 'react';
import { useFieldControl } from '../field';
import { cn } from '../lib/cn';

/** Looks of every text control but for its width, its sides and the size of its text; shared with `Select`. */
export const controlClasses = cn(
  'min-h-target rounded-control border border-line-strong/70 bg-surface text-ink',
  'transition-colors duration-feedback hover:border-line-strong',
  'focus-visible:border-primary focus-visible:outline-offset-0',
  'aria-[invalid]:border-danger aria-[invalid]:outline-danger',
  'disabled:bg-sunken disabled:text-muted',
);

/** A line of text; inside a `Field` it has its label, hint and error. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      {...useFieldControl()}
      className={cn(controlClasses, 'w-full px-3 text-base', className)}
      {...rest}
    />
  );
}

/** Several lines of text. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      className={cn(controlClasses, 'w-full px-3 py-2.5 text-base leading-normal', className)}
      {...rest}
    />
  );
}
