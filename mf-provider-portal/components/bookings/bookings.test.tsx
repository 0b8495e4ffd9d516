// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aBooking, aProblem, aProfile, renderInSlice, stubApi } from '../testing';
import { Bookings } from './bookings';

const show = (...items: ReturnType<typeof aBooking>[]) =>
  renderInSlice(<Bookings profile={aProfile()} list={{ items }} />);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('bookings', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('what was accepted shows its new state, says so, and keeps the focus on its row', async () => {
    stubApi(() => ({ body: aBooking({ state: 'confirmed', actions: ['cancel'] }) }));
    show(aBooking());
    press('Accept');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TR'));
    expect(document.activeElement?.textContent).toContain('Confirmed');
    expect(screen.getByRole('status').textContent).toMatch(/Ada.*10 Jun.*Confirmed/);
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  });

  it('reads the list again when the booking has moved on meanwhile, and says so', async () => {
    const calls = stubApi(({ method }) =>
      method === 'POST'
        ? aProblem('NOT_POSSIBLE_NOW', 409)
        : { body: { items: [aBooking({ state: 'cancelled', actions: [] })] } },
    );
    show(aBooking());
    press('Accept');
    expect((await screen.findByRole('alert')).textContent).toContain('It is up to date now');
    expect(screen.getByRole('row', { name: /Ada.*Cancelled/ })).toBeTruthy();
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('never calls a list up to date that could not be read', async () => {
    stubApi(({ method }) =>
      method === 'POST' ? aProblem('NOT_POSSIBLE_NOW', 409) : aProblem('BUSY', 503),
    );
    show(aBooking());
    press('Accept');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed');
  });

  it('asks before money goes back, with the amount', async () => {
    const calls = stubApi(() => ({ body: aBooking({ state: 'cancelled', actions: [] }) }));
    show(aBooking({ state: 'confirmed', actions: ['cancel'] }));
    press('Cancel');
    expect(screen.getByRole('dialog').textContent).toContain('Ada gets');
    expect(calls).toEqual([]);
    press(/Cancel and refund .*100\.00/);
    await waitFor(() => expect(calls[0]?.path).toBe('/api/provider/bookings/b1/cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('proposes one of the free times, by day and time, and shows what was proposed', async () => {
    const proposed = '2026-06-11T12:00:00.000Z';
    const slots = ['2026-06-11T08:00:00.000Z', proposed].map((start) => ({ start, end: start }));
    const calls = stubApi(({ path }) =>
      path.endsWith('/free-times')
        ? { body: { timeZone: 'Europe/Berlin', bookableUntil: proposed, slots } }
        : { body: aBooking({ state: 'confirmed', proposedStart: proposed, actions: [] }) },
    );
    show(aBooking({ state: 'confirmed', actions: ['propose-move'] }));
    press('Propose another time');
    expect(screen.getByRole('dialog').textContent).toContain('until the customer agrees');
    fireEvent.change(await screen.findByLabelText('Day'), { target: { value: '2026-06-11' } });
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: proposed } });
    press(/^Propose .*11 Jun.*14:00/);
    await screen.findByText(/You proposed .*11 Jun.*14:00/);
    expect(calls.at(-1)).toMatchObject({
      path: '/api/provider/bookings/b1/propose-move',
      body: JSON.stringify({ start: proposed }),
    });
  });

  it('an empty filter offers the way back to all bookings', async () => {
    stubApi(({ query }) => ({ body: { items: query.get('state') ? [] : [aBooking()] } }));
    show(aBooking());
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'declined' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Show all bookings' }));
    await screen.findByText('Ada');
  });
});
