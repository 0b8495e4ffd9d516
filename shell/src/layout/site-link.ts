import type { ComponentType, ReactNode } from 'react';

export interface SiteLinkProps {
  href: string;
  className?: string;
  'aria-label'?: string;
  children: ReactNode;
}

export type LinkComponent = 'a' | ComponentType<SiteLinkProps>;
