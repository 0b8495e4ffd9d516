// @vitest-environment jsdom
import type { Booking } from '@marketplace/services/booking/contract';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recallHold } from '../../data/hold';
import {
  aBooking,
  aProblem,
  aSlot,
  aSlotList,
  type Call,
  renderInSlice,
  stubApi,
} from '../testing';
import { BookingView } from './booking-view';

interface PageProps {
  first: Booking;
  token?: string;
  bankAnswer?: 'failed';
}

function Page({ first, ...rest }: PageProps) {
  const [booking, setBooking] = useState(first);
  return <BookingView booking={booking} onChange={setBooking} {...rest} />;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const writes = (calls: Call[]) => calls.filter(({ method }) => method === 'POST');

describe('a booking', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('shows the refund before it is cancelled, and cancels for exactly that', async () => {
    const cancelled = aBooking({ state: 'cancelled', refundedMinor: 5_500, canCancel: false });
    const calls = stubApi(() => ({ body: cancelled }));
    renderInSlice(<Page first={aBooking()} />);
    press('Cancel this booking');
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('55.00');
    expect(dialog.textContent).toContain('110.00');
    fireEvent.click(within(dialog).getByRole('button', { name: /Cancel and refund .*55\.00/ }));
    await screen.findByText('Cancelled');
    expect(writes(calls)[0]?.body).toBe('{"expectedRefundMinor":5500}');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });

  it('shows the new refund instead of cancelling for another one than was shown', async () => {
    stubApi(({ method }) =>
      method === 'POST'
        ? aProblem('REFUND_CHANGED')
        : { body: aBooking({ refundIfCancelledMinor: 0 }) },
    );
    renderInSlice(<Page first={aBooking()} />);
    press('Cancel this booking');
    press(/Cancel and refund/);
    await screen.findByRole('button', { name: 'Cancel without a refund' });
    expect(screen.getByRole('alert').textContent).toContain('has changed');
  });

  it('a request that was never charged is withdrawn without talk of refunds', () => {
    renderInSlice(<Page first={aBooking({ state: 'requested', refundIfCancelledMinor: 0 })} />);
    expect(screen.getByText(/Studio Linde answers within 24 hours, and/)).toBeTruthy();
    press('Cancel this booking');
    expect(screen.getByRole('dialog').textContent).toContain('not charged');
  });

  it('moves to another time without a second charge, and offers the nearest when it was taken', async () => {
    const slots = ['2026-06-12T08:00:00.000Z', '2026-06-12T09:00:00.000Z'];
    const calls = stubApi(({ method, path, body }) => {
      if (path.endsWith('/slots')) {
        return {
          body: aSlotList(
            'UTC',
            slots.map((start) => aSlot(start)),
          ),
        };
      }
      if (method === 'GET') return { body: aBooking() };
      if (body.includes('T08:00')) {
        slots.shift();
        return aProblem('SLOT_TAKEN');
      }
      return { body: aBooking({ start: '2026-06-12T09:00:00.000Z' }) };
    });
    renderInSlice(<Page first={aBooking()} />);
    press('Change the time');
    expect(screen.getByText(/no second charge/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '10:00' }));
    press(/^Move to .*10:00 \(Berlin\)/);
    expect((await screen.findByRole('alert')).textContent).toContain('still stands');
    fireEvent.click(await screen.findByRole('button', { name: /Nearest free: 11:00/ }));
    press(/^Move to .*11:00 \(Berlin\)/);
    expect(await screen.findByText(/Your booking was moved to .*11:00/)).toBeTruthy();
    expect(writes(calls).map(({ path }) => path)).toEqual(
      Array(2).fill('/api/booking/bookings/b1/reschedule'),
    );
  });

  it('asks for the time that the provider proposes, and moves only when it is agreed to', async () => {
    const proposedStart = '2026-06-11T12:00:00.000Z';
    const calls = stubApi(() => ({ body: aBooking({ start: proposedStart }) }));
    renderInSlice(<Page first={aBooking({ proposedStart, canReschedule: false })} />);
    expect(screen.getByText(/Studio Linde asks for .*11 Jun/)).toBeTruthy();
    press(/^Agree to .*14:00/);
    await waitFor(() => expect(screen.queryByText(/Studio Linde asks for/)).toBeNull());
    expect(writes(calls)[0]).toMatchObject({
      path: '/api/booking/bookings/b1/reschedule',
      body: JSON.stringify({ start: proposedStart }),
    });
  });

  it('keeps its time when the proposed one is declined, or was taken meanwhile', async () => {
    const proposedStart = '2026-06-11T12:00:00.000Z';
    const proposed = aBooking({ proposedStart });
    const calls = stubApi(({ method, path }) => {
      if (path.endsWith('/reschedule')) return aProblem('SLOT_TAKEN');
      return { body: method === 'GET' ? proposed : aBooking() };
    });
    renderInSlice(<Page first={proposed} />);
    press(/^Agree to/);
    expect((await screen.findByRole('alert')).textContent).toContain('still stands');
    press(/^Keep .*10 Jun.*11:00/);
    await waitFor(() => expect(screen.queryByText(/Studio Linde asks for/)).toBeNull());
    expect(writes(calls).at(-1)?.path).toBe('/api/booking/bookings/b1/decline-move');
  });

  it('is reviewed once, with stars', async () => {
    const reviewed = aBooking({ state: 'completed' });
    const calls = stubApi(() => ({ body: reviewed }));
    renderInSlice(<Page first={aBooking({ state: 'completed', canReview: true })} />);
    press('Publish the review');
    expect(screen.getByText('Choose one to five stars.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '4 stars' }));
    fireEvent.change(screen.getByLabelText('In your words'), { target: { value: ' Lovely. ' } });
    press('Publish the review');
    await screen.findByText(/Thank you/);
    expect(writes(calls).map(({ body }) => body)).toEqual(['{"stars":4,"text":"Lovely."}']);
    expect(screen.queryByRole('button', { name: 'Publish the review' })).toBeNull();
  });

  it('a guest’s booking is offered to who is signed in, and added with its access token', async () => {
    const calls = stubApi(({ path, method }) => {
      if (path === '/auth/me') return { body: { signedIn: true } };
      expect(method).toBe('POST');
      return { body: aBooking({ isClaimed: true }) };
    });
    renderInSlice(<Page first={aBooking()} token="guest-token" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Add to my account' }));
    await screen.findByText('The booking is in your account.');
    expect(writes(calls)[0]?.body).toBe('{"accessToken":"guest-token"}');
    expect(writes(calls)[0]?.headers.get('authorization')).toBeNull();
  });

  it('asks nothing of the service to know whether it can be added', async () => {
    const calls = stubApi(() => ({ body: { signedIn: true } }));
    renderInSlice(<Page first={aBooking({ isClaimed: true })} token="guest-token" />);
    await waitFor(() => expect(calls.map(({ path }) => path)).toEqual(['/auth/me']));
    expect(screen.queryByRole('button', { name: 'Add to my account' })).toBeNull();
  });

  it('after a refused payment leads back to paying the same hold', () => {
    const held = aBooking({
      state: 'held',
      clientSecret: 'pi_1_secret_2',
      holdExpiresAt: new Date(Date.now() + 600_000).toISOString(),
    });
    stubApi(() => ({ body: { signedIn: false } }));
    renderInSlice(<Page first={held} token="guest-token" bankAnswer="failed" />);
    expect(screen.getByRole('alert').textContent).toContain('Your card was not charged');
    const link = screen.getByRole('link', { name: 'Go to the payment' });
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    expect(link.getAttribute('href')).toBe('/book/s1');
    expect(recallHold('s1', Date.now())).toMatchObject({
      bookingId: 'b1',
      clientSecret: 'pi_1_secret_2',
      accessToken: 'guest-token',
    });
  });

  it('while the payment is on its way waits in words, and shows what came', async () => {
    const states: Booking['state'][] = ['held', 'confirmed'];
    stubApi(() => ({ body: aBooking({ state: states.shift() ?? 'confirmed' }) }));
    const holdExpiresAt = new Date(Date.now() + 600_000).toISOString();
    renderInSlice(<Page first={aBooking({ state: 'held', holdExpiresAt })} />);
    expect(screen.getByText(/Waiting for your payment/)).toBeTruthy();
    await screen.findByText('Confirmed', undefined, { timeout: 3_000 });
  });

  it('has a receipt that splits the price and the refund', () => {
    renderInSlice(<Page first={aBooking({ state: 'cancelled', refundedMinor: 5_500 })} />);
    const receipt = within(screen.getByRole('region', { name: 'Receipt' }));
    expect(receipt.getByText(/Guest surcharge/).parentElement?.textContent).toContain('10.00');
    expect(receipt.getByText('Total paid').parentElement?.textContent).toContain('55.00');
    expect(receipt.getByText(/Booking b1/)).toBeTruthy();
  });
});
