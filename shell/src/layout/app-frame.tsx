'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Frame } from './frame';

/** The frame as a client component, for the router whose layouts run on the server only. */
export function AppFrame({ children, ...frame }: ComponentProps<typeof Frame>) {
  return (
    <Frame {...frame}>
      <Arrival>{children}</Arrival>
    </Frame>
  );
}

/**
 * The router's children may still wait for code while the page is hydrated. Straight below an element
 * they would cost React its place in the server's HTML (react/react#37584); below a component they do not.
 */
function Arrival({ children }: { children: ReactNode }) {
  return children;
}
