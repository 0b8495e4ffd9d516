import { pathUnder } from '@marketplace/services/domain/markets';
import { createContext, type ReactNode, useContext } from 'react';

const PrefixContext = createContext('');

interface SitePathsProps {
  /** What the addresses of public pages begin with, e.g. `/de`; absent where they name no market. */
  prefix?: string | undefined;
  children: ReactNode;
}

/** Keeps visitors of `/de/…` there: below, public pages are linked to under the same prefix. */
export function SitePaths({ prefix = '', children }: SitePathsProps) {
  return <PrefixContext value={prefix}>{children}</PrefixContext>;
}

/** What the addresses of public pages begin with, e.g. `/de`; empty where they name no market. */
export function usePathPrefix(): string {
  return useContext(PrefixContext);
}

/** Gives the address of a public page as this page links to it: `/search` → `/de/search` on `/de/…`. */
export function useSitePath(): (path: string) => string {
  const prefix = usePathPrefix();
  return (path) => pathUnder(prefix, path);
}
