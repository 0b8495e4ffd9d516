// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { aProblem, aService, aSlot, stubApi } from '../../testing';
import { useBookingFlow } from './use-booking-flow';

afterEach(() => vi.unstubAllGlobals());

const SLOT = aSlot('2026-06-10T09:00:00.000Z');
const PRICE = { baseMinor: 10_000, surchargeMinor: 0, totalMinor: 10_000, currency: 'EUR' };
const HELD = {
  bookingId: 'b1',
  state: 'held' as const,
  price: PRICE,
  holdExpiresAt: '2099-01-01T00:00:00.000Z',
  clientSecret: 'pi_1_secret_1',
  accessToken: 'token',
};

/** Presses the button twice: refused at first, then held. Gives the keys that were sent. */
async function keysAfter(code: string, status: number) {
  const calls = stubApi((call) =>
    call.headers.get('idempotency-key') !== null && calls.length === 1
      ? aProblem(code, status)
      : { status: 201, body: HELD },
  );
  const { result, unmount } = renderHook(() =>
    useBookingFlow(aService(), { signedIn: true }, SLOT),
  );
  await act(() => result.current.requestHold(undefined, PRICE.totalMinor));
  expect(result.current.state.problem?.code).toBe(code);
  await act(() => result.current.requestHold(undefined, PRICE.totalMinor));
  expect(result.current.state.hold?.bookingId).toBe('b1');
  result.current.endHold();
  unmount();
  return calls.map(({ headers }) => headers.get('idempotency-key'));
}

it.each([
  ['UNREACHABLE', 504],
  ['UNAVAILABLE', 503],
  ['THROTTLED', 429],
  ['IDEMPOTENCY_IN_PROGRESS', 409],
])(
  'a hold that may have worked (%s) is asked for again under its own key',
  async (code, status) => {
    const [first, second] = await keysAfter(code, status);
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  },
);

it('a hold that was refused for good is another one the next time', async () => {
  const [first, second] = await keysAfter('PRICE_CHANGED', 409);
  expect(second).not.toBe(first);
});
