// @vitest-environment jsdom
import type { Earnings as EarningsData } from '@marketplace/services/provider/contract';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aProfile, renderInSlice } from '../testing';
import { Earnings } from './earnings';

const entry = { bookingId: 'b1', currency: 'EUR', at: '2026-06-02T09:00:00.000Z' };
const EARNINGS: EarningsData = {
  currency: 'EUR',
  netMinor: 9_000,
  bookings: 1,
  byDay: [{ date: '2026-06-02', netMinor: 9_000, bookings: 1 }],
  entries: [
    { ...entry, type: 'transfer', amountMinor: 11_000, stripeId: 'tr_1' },
    { ...entry, type: 'application_fee', amountMinor: 2_000, stripeId: 'fee_1' },
  ],
};
const show = (earnings: EarningsData) =>
  renderInSlice(
    <Earnings
      profile={aProfile()}
      first={{ from: '2026-05-31T22:00:00Z', to: '2026-06-03T12:00:00Z', earnings }}
    />,
  );

describe('earnings', () => {
  afterEach(cleanup);

  it('each bar says its day and opens the ledger behind it', () => {
    show(EARNINGS);
    const chart = within(screen.getByRole('group', { name: 'What you earned, by day' }));
    expect(chart.getAllByRole('button')).toHaveLength(3);
    fireEvent.click(chart.getByRole('button', { name: /2 Jun: .*90\.00, 1 booking/ }));
    const ledger = within(screen.getByRole('region', { name: 'Movements of the day' }));
    expect(ledger.getByText('Transferred to you')).toBeTruthy();
    expect(ledger.getByText('Platform fee')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('2 June 2026');
  });

  it('the chart is one stop of the Tab key, walked by arrows and opened by Enter', () => {
    show(EARNINGS);
    const chart = screen.getByRole('group', { name: 'What you earned, by day' });
    const bars = within(chart).getAllByRole('button');
    expect(bars.map((bar) => bar.getAttribute('tabindex'))).toEqual(['0', '-1', '-1']);
    bars[0]?.focus();
    fireEvent.keyDown(bars[0] ?? chart, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(bars[1]);
    fireEvent.keyDown(bars[1] ?? chart, { key: 'Enter' });
    expect(screen.getByRole('region', { name: 'Movements of the day' })).toBeTruthy();
  });

  it('the same days are a table', () => {
    show(EARNINGS);
    fireEvent.mouseDown(screen.getByRole('tab', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'What you earned, by day' });
    expect(within(table).getByRole('row', { name: /2 Jun 1 .*90\.00/ })).toBeTruthy();
  });

  it('says what will be here before there is anything', () => {
    show({ ...EARNINGS, netMinor: 0, bookings: 0, byDay: [], entries: [] });
    expect(screen.getByText('Your earnings will be here')).toBeTruthy();
  });
});
