import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn';

export interface ChipProps extends ComponentProps<'button'> {
  /** Whether the filter behind it is in force. */
  selected?: boolean;
  /** Shows that it opens something. */
  opens?: boolean;
}

/** A filter: pressed when in force, with a chevron when it opens choices. */
export function Chip({ selected = false, opens = false, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...(opens ? {} : { 'aria-pressed': selected })}
      className={cn(
        'inline-flex min-h-10 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-4 text-sm font-medium transition-colors duration-feedback pointer-coarse:min-h-target [&_svg]:size-4',
        selected
          ? 'border-ink bg-ink text-canvas hover:bg-ink/90'
          : 'border-line-strong/50 bg-surface text-ink hover:border-line-strong hover:bg-sunken',
        className,
      )}
      {...rest}
    >
      {children}
      {opens ? <ChevronDown aria-hidden className="-mr-1 opacity-70" /> : null}
    </button>
  );
}
