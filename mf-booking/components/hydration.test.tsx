// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import BookingFlow from '../exposes/BookingFlow';
import { aService, aSlot, aSlotList, SLOT_PROPS, stubApi, WORDS } from './testing';

beforeEach(() => {
  sessionStorage.clear();
  stubApi(({ path }) =>
    path === '/auth/me'
      ? { body: { signedIn: false } }
      : { body: aSlotList('Europe/Berlin', [aSlot('2026-06-10T09:00:00.000Z')]) },
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the browser takes over a page of last month exactly as the server made it', async () => {
  const page = (
    <BookingFlow
      service={aService({ nextFree: null })}
      start={null}
      now="2026-05-31T21:59:00.000Z"
      words={WORDS}
      slot={SLOT_PROPS}
    />
  );
  vi.setSystemTime('2026-05-31T21:59:00.000Z');
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = renderToString(page);
  vi.setSystemTime('2026-05-31T22:01:00.000Z');
  const mismatch = vi.fn();
  render(page, { container: host, hydrate: true, onRecoverableError: mismatch });
  await screen.findByRole('heading', { name: 'Choose a time' });
  expect(mismatch).not.toHaveBeenCalled();
});
