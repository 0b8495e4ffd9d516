import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useFieldControl } from '../field';
import { controlClasses } from '../input';
import { cn } from '../lib/cn';

export interface SelectProps extends ComponentProps<'select'> {
  /** For a choice beside a heading, not in a form. */
  small?: boolean;
}

/** The system's own select in our clothes: the best one on every phone and with every screen reader. */
export function Select({ small, className, children, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select
        {...useFieldControl()}
        className={cn(
          controlClasses,
          small ? 'text-sm' : 'text-base',
          'w-full appearance-none truncate pl-3 pr-10',
          className,
        )}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute right-3 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
