// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { hearEvent, sendEvent } from './events';

it('reaches whoever hears it, with where it was sent, until they stop', () => {
  const element = document.body.appendChild(document.createElement('div'));
  const listener = vi.fn();
  const stop = hearEvent('marketplace:fragment', listener);
  const request = {
    path: '/edge/near-you',
    signal: AbortSignal.abort(),
    onShown: () => undefined,
  };
  sendEvent('marketplace:fragment', element, request);
  expect(listener).toHaveBeenCalledExactlyOnceWith(request, element);
  stop();
  sendEvent('marketplace:fragment', element, request);
  expect(listener).toHaveBeenCalledTimes(1);
});
