import Link from 'next/link';
import type { ComponentProps } from 'react';
import { useSitePath } from './site-paths';

export interface SiteLinkProps extends ComponentProps<typeof Link> {
  /** Path of a public page, without a market: `/p/studio-linde`. */
  href: string;
}

/** A link to a public page that stays in the market which this page's address names. */
export function SiteLink({ href, ...props }: SiteLinkProps) {
  const pathOf = useSitePath();
  return <Link href={pathOf(href)} {...props} />;
}
