import { cn } from '../lib/cn';

/** The marketplace's name, as written on screens, in titles and in mails. */
export const BRAND_NAME = 'Ecosystem';

/** Two leaves and the hour between them. */
export function BrandMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={cn('shrink-0', className)}>
      <path d="M15 29C6.5 28 2.5 22 3 12.5c7.5.5 12 5.5 12 16.5z" fill="var(--primary)" />
      <path
        d="M17 29c-1-12.5 3.5-19 12-20 .8 11.5-3.5 18.6-12 20z"
        fill="var(--primary)"
        opacity=".55"
      />
      <circle cx="15.5" cy="6.5" r="4.5" fill="var(--accent)" />
    </svg>
  );
}

/** Mark and name; on the narrowest screens the name is only said. Put it into a link that says where it goes. */
export function Brand({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <BrandMark className="size-7" />
      <span className="font-display text-lg font-bold tracking-tight max-[25rem]:sr-only">
        {BRAND_NAME}
      </span>
    </span>
  );
}
