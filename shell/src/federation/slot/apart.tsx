import { RouterContext } from 'next/dist/shared/lib/router-context.shared-runtime';
import type { NextRouter } from 'next/router';
import type { ReactNode } from 'react';
import type { SlotState } from '../slot-state';

const rendered = new WeakMap<SlotState, string>();

/** On the server: keeps a slot's HTML for the page around it. */
export function keepHtml(state: SlotState, html: string): void {
  rendered.set(state, html);
}

/** What the server rendered of a slot as a root of its own; nothing in browsers. */
export function keptHtml(state: SlotState): string | undefined {
  return rendered.get(state);
}

/** Prefix of the ids in a slot that is a root of its own. */
export const idPrefixOf = ({ slice, name }: SlotState) => `${slice}-${name}-`;

interface ApartProps {
  router: NextRouter;
  children: ReactNode;
}

/** What stands around every root of its own, on both sides: its links and forms use the page's router. */
export function Apart({ router, children }: ApartProps) {
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}
