import type { SlotProps } from '@marketplace/kit/slice';
import { render } from '@testing-library/react';
import { RouterContext } from 'next/dist/shared/lib/router-context.shared-runtime';
import type { NextRouter } from 'next/router';
import type { ReactElement } from 'react';
import { vi } from 'vitest';

export const SLOT: SlotProps = {
  market: 'de',
  locale: 'en-DE',
  currency: 'EUR',
  publicOrigin: 'https://market.example',
  stripePublishableKey: 'pk_test_local',
};

/** A screen below a router that only remembers where it was sent. */
export function belowRouter(screen: ReactElement, push = vi.fn(async () => true)) {
  const router = {
    push,
    replace: push,
    prefetch: async () => undefined,
    asPath: '/search',
    events: { on: vi.fn(), off: vi.fn(), emit: vi.fn() },
  };
  return (
    <RouterContext.Provider value={router as unknown as NextRouter}>
      {screen}
    </RouterContext.Provider>
  );
}

/** Shows a screen, and where it sent the router. */
export function renderScreen(screen: ReactElement) {
  const push = vi.fn(async () => true);
  stubBrowser();
  return { ...render(belowRouter(screen, push)), push };
}

/** What jsdom leaves out: a layout, and news about it. */
function stubBrowser(): void {
  class Observer {
    observe = vi.fn();
    unobserve = vi.fn();
    disconnect = vi.fn();
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('IntersectionObserver', Observer);
  Element.prototype.scrollIntoView = vi.fn();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
}
