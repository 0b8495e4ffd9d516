// @vitest-environment jsdom
import { Suspense, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { startHost } from '../host';
import { aSlot, SETTINGS } from '../testing';
import { Slot } from './slot';

vi.mock('../browser/browser-host', () => ({ startBrowserHost: () => undefined }));
vi.mock('../../vitals/note', () => ({ noteShown: () => undefined, noteFailed: () => undefined }));

it('shows a page whose code comes while somebody is on the way to it, without a complaint of React', async () => {
  startHost(() => ({
    load: async (_, name) => ({ default: () => <h1>{name}</h1> }),
    forget: () => undefined,
  }));
  const complaints: unknown[] = [];
  const note = (error: unknown) => complaints.push(error);
  const root = createRoot(document.body, { onRecoverableError: note, onUncaughtError: note });
  for (const name of ['Flow', 'BookingPage']) {
    startTransition(() => {
      root.render(
        <Suspense>
          <Slot key={name} state={aSlot({ name })} settings={SETTINGS} />
        </Suspense>,
      );
    });
    await expect.poll(() => document.querySelector('h1')?.textContent).toBe(name);
  }
  expect(complaints).toEqual([]);
});
