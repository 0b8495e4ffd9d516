import { displayLocale, type Language } from '@marketplace/services/domain/markets';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

interface Scope {
  /** Name in `data-slice`, under which the slice's stylesheet applies; absent in the shell. */
  slice?: string;
  /** What dates, numbers and prices are formatted with. */
  locale: string;
}

const ScopeContext = createContext<Scope>({ locale: 'en' });

export interface SliceScopeProps {
  /** Name of the slice, e.g. `mf-catalog`; left out by the shell. */
  name?: string;
  /** BCP 47 locale of the market, as in the slot's props. */
  locale: string;
  /** Language of the texts; the market's where it is left out. */
  language?: Language | undefined;
  children: ReactNode;
}

/** Tells the kit whose stylesheet applies to portalled parts, and how the market writes numbers and dates. */
export function SliceScope({ name, locale, language, children }: SliceScopeProps) {
  const scope = useMemo(
    () => ({ ...(name ? { slice: name } : {}), locale: displayLocale(locale, language) }),
    [name, locale, language],
  );
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** The locale to format with below a `SliceScope`. */
export function useLocale(): string {
  return useContext(ScopeContext).locale;
}

/**
 * Element for dialogs, sheets and popovers: outside the page's layout, inside the slice's stylesheet.
 * Null on the server, where nothing is open.
 */
export function usePortalHost(): HTMLElement | null {
  const { slice } = useContext(ScopeContext);
  return typeof document === 'undefined' ? null : portalHost(slice ?? 'shell');
}

function portalHost(scope: string): HTMLElement {
  const existing = document.querySelector<HTMLElement>(`[data-portals="${scope}"]`);
  if (existing) return existing;
  const host = document.createElement('div');
  host.dataset.portals = scope;
  if (scope !== 'shell') host.dataset.slice = scope;
  document.body.append(host);
  return host;
}
