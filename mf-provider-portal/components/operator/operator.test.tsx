// @vitest-environment jsdom
import type {
  ManagedProvider,
  OperatorBookingDetail,
  ReconciliationReport,
} from '@marketplace/services/provider/contract';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aBooking, aProblem, renderInSlice, stubApi } from '../testing';
import { Operator } from './operator';

const { actions: _, customerName: __, ...ofProvider } = aBooking({ state: 'confirmed' });
const aFile = (changes: Partial<OperatorBookingDetail> = {}): OperatorBookingDetail => ({
  ...ofProvider,
  provider: { providerId: 'p1', name: 'Studio Linde', slug: 'studio-linde' },
  customer: { name: 'Ada', email: 'ada@guest.test' },
  paymentIntentId: 'pi_1',
  refundDueMinor: 0,
  refundableMinor: 10_000,
  standing: {
    heldMinor: 10_000,
    providerDueMinor: 9_000,
    platformDueMinor: 1_000,
    providerMinor: 9_000,
    debtMinor: 0,
  },
  entries: [
    {
      bookingId: 'b1',
      type: 'charge',
      amountMinor: 10_000,
      currency: 'EUR',
      stripeId: 'ch_1',
      at: '2026-06-01T09:00:00.000Z',
    },
  ],
  ...changes,
});
const aManaged: ManagedProvider = {
  providerId: 'p2',
  name: 'Salon Neu',
  slug: 'salon-neu',
  city: 'Berlin',
  country: 'DE',
  status: 'draft',
  verified: false,
  chargesEnabled: true,
  payoutsEnabled: true,
  bookingsCount: 0,
  actions: ['approve', 'suspend'],
};
const aReport: ReconciliationReport = {
  day: '2026-06-01',
  ledgerCount: 4,
  stripeCount: 5,
  differenceCount: 1,
  differences: [
    {
      kind: 'missing_in_ledger',
      type: 'refund',
      stripeId: 're_1',
      account: 'platform',
      at: '2026-06-01T12:00:00.000Z',
      stripe: { amountMinor: 500, currency: 'EUR' },
    },
  ],
  finishedAt: '2026-06-02T03:00:00.000Z',
};

const show = () =>
  renderInSlice(<Operator providers={{ items: [aManaged], total: 1 }} reports={[aReport]} />);
const open = (tab: RegExp) =>
  fireEvent.mouseDown(screen.getByRole('tab', { name: tab }), { button: 0 });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function lookUp() {
  fireEvent.change(screen.getByLabelText(/Booking number/), { target: { value: 'b1' } });
  press('Look up');
  await screen.findByText('ch_1', { exact: false });
}

describe('the operators’ desk', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('opens the booking that was looked up, with its ledger, and puts the focus on it', async () => {
    stubApi(({ query }) => ({ body: query.has('q') ? { items: [aFile()] } : aFile() }));
    show();
    await lookUp();
    expect(document.activeElement?.textContent).toBe('Haircut');
    expect(screen.getByText(/ada@guest.test/)).toBeTruthy();
  });

  it('asks before money goes back, and shows what is left then', async () => {
    const calls = stubApi(({ method, query }) => {
      if (method === 'POST') return { body: aFile({ refundableMinor: 0, refundedMinor: 10_000 }) };
      return { body: query.has('q') ? { items: [aFile()] } : aFile() };
    });
    show();
    await lookUp();
    fireEvent.change(screen.getByLabelText('Amount (EUR)'), { target: { value: '100.01' } });
    press('Refund …');
    expect(screen.getByText(/Write an amount up to/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Amount (EUR)'), { target: { value: '100' } });
    press('Refund …');
    expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
    press(/^Refund .*100\.00/);
    await screen.findByText(/Nothing can be refunded/);
    expect(calls.at(-1)).toMatchObject({
      path: '/api/provider/operator/bookings/b1/refund',
      body: '{"amountMinor":10000}',
    });
  });

  it('never says refunded when it was not', async () => {
    stubApi(({ method, query }) => {
      if (method === 'POST') return aProblem('CONFLICT', 409);
      return { body: query.has('q') ? { items: [aFile()] } : aFile() };
    });
    show();
    await lookUp();
    fireEvent.change(screen.getByLabelText('Amount (EUR)'), { target: { value: '1' } });
    press('Refund …');
    press(/^Refund .*1\.00/);
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was refunded');
  });

  it('asks under the same key again when the answer was lost', async () => {
    const calls = stubApi(({ method, query }) => {
      if (method === 'POST') return aProblem('UNAVAILABLE', 503);
      return { body: query.has('q') ? { items: [aFile()] } : aFile() };
    });
    show();
    await lookUp();
    for (const amount of ['1', '1', '2']) {
      fireEvent.change(screen.getByLabelText('Amount (EUR)'), { target: { value: amount } });
      press('Refund …');
      press(/^Refund .*\d\.00/);
      expect((await screen.findByRole('alert')).textContent).toContain('We do not know');
    }
    const keys = calls.filter(({ method }) => method === 'POST').map(({ key }) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('shows a dispute and until when it can be answered', async () => {
    const dispute = { state: 'open', amountMinor: 10_000, respondBy: '2026-06-08T00:00:00.000Z' };
    const file = aFile({
      dispute: dispute as OperatorBookingDetail['dispute'],
      refundableMinor: 0,
    });
    stubApi(({ query }) => ({ body: query.has('q') ? { items: [file] } : file }));
    show();
    await lookUp();
    expect(screen.getByText('Disputed')).toBeTruthy();
    expect(screen.getByText(/8 June/)).toBeTruthy();
  });

  it('approves a provider that waits', async () => {
    const active = { ...aManaged, status: 'active' as const, actions: ['suspend' as const] };
    const calls = stubApi(() => ({ body: active }));
    show();
    open(/Providers/);
    press('Approve Salon Neu');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Salon Neu: Active'));
    expect(calls[0]?.path).toBe('/api/provider/operator/providers/p2/approve');
  });

  it('tells what ledger and Stripe each say', () => {
    show();
    open(/Ledger check/);
    expect(screen.getByText(/Ledger nothing, Stripe .*5\.00/)).toBeTruthy();
  });
});
