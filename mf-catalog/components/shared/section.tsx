import { cn } from '@marketplace/kit/ui/cn';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { ArrowRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: ReactNode;
  note?: ReactNode;
  /** Where all of it is. */
  link?: { href: string; label: string };
  className?: string;
  children: ReactNode;
}

/** A part of a page under a heading of its own. */
export function Section({ title, note, link, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('grid gap-6', className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <div className="grid gap-1">
          <h2 id={id} className="font-display text-2xl font-semibold">
            {title}
          </h2>
          {note ? <p className="text-sm text-muted">{note}</p> : null}
        </div>
        {link ? (
          <SiteLink
            href={link.href}
            className="inline-flex min-h-target items-center gap-1.5 text-sm font-semibold underline decoration-line-strong/60 underline-offset-4 transition-colors duration-feedback hover:decoration-ink sm:min-h-0"
          >
            {link.label}
            <ArrowRight aria-hidden className="size-4" />
          </SiteLink>
        ) : null}
      </div>
      {children}
    </section>
  );
}
