import { cn } from '@marketplace/kit/ui/cn';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

/** Looks of the control in a segment: only the segment has an outline. */
export const segmentControl =
  'w-full min-w-0 truncate bg-transparent text-base text-ink focus-visible:outline-none';

/** One part of the search sentence: its label is always there, the whole part is the target. */
export function Segment({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label
      className={cn(
        'grid min-w-0 cursor-text content-center gap-0.5 rounded-control px-4 py-2 transition-colors duration-feedback hover:bg-sunken has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:-outline-offset-2 has-[:focus-visible]:outline-primary',
        className,
      )}
    >
      <span className="text-xs font-semibold">{label}</span>
      {children}
    </label>
  );
}

/** The choice of a segment: the system's select without its frame. */
export function SegmentSelect({ children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative">
      <select className={cn(segmentControl, 'cursor-pointer appearance-none pr-7')} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute right-0 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
