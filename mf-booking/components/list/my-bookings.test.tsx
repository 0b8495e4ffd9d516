// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aBooking, aProblem, renderInSlice, stubApi } from '../testing';
import { MyBookings } from './my-bookings';

const NOW = '2026-06-01T00:00:00.000Z';
const search = () => fireEvent.click(screen.getByRole('button', { name: 'Look for them' }));

describe('my bookings', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('parts what is ahead, the next first, from what has been', () => {
    const at = (bookingId: string, start: string) =>
      aBooking({ bookingId, serviceTitle: bookingId, start, end: start });
    const items = [
      at('later', '2026-06-20T09:00:00.000Z'),
      at('next', '2026-06-10T09:00:00.000Z'),
      at('over', '2026-05-10T09:00:00.000Z'),
    ];
    renderInSlice(<MyBookings items={items} now={NOW} />);
    const links = screen.getAllByRole('link').map(({ textContent }) => textContent ?? '');
    expect(links.map((text) => /later|next|over/.exec(text)?.[0])).toEqual([
      'next',
      'later',
      'over',
    ]);
  });

  it('bring in what was booked as a guest, once that is asked for', async () => {
    const calls = stubApi(({ method }) =>
      method === 'POST' ? { body: { claimed: 1 } } : { body: { items: [aBooking()] } },
    );
    renderInSlice(<MyBookings items={[]} now={NOW} />);
    expect(calls).toEqual([]);
    search();
    await screen.findByText('One booking was added to your account.');
    expect(screen.getByRole('link', { name: /Haircut/ })).toBeTruthy();
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/booking/bookings/claim',
      'GET /api/booking/bookings',
    ]);
  });

  it('say that the address has to be confirmed first', async () => {
    stubApi(() => aProblem('EMAIL_NOT_VERIFIED', 403));
    renderInSlice(<MyBookings items={[]} now={NOW} />);
    search();
    expect((await screen.findByRole('alert')).textContent).toContain('Confirm');
  });
});
