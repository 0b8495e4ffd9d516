import { describe, expect, it } from 'vitest';
import type { Hold } from '../../../data/hold';
import { type FlowEvent, flowReducer, initialFlow } from './flow-state';

const slot = { start: '2026-06-01T09:00:00.000Z', end: '2026-06-01T10:00:00.000Z' };
const hold: Hold = {
  bookingId: 'b1',
  state: 'held',
  price: { baseMinor: 10_000, surchargeMinor: 1_000, totalMinor: 11_000, currency: 'EUR' },
  holdExpiresAt: '2026-06-01T08:15:00.000Z',
  clientSecret: 'pi_1_secret_2',
  accessToken: 'token',
  start: slot.start,
};
const problem = (code: string) => ({ type: 'about:blank', title: code, status: 409, code });
const run = (...events: FlowEvent[]) => events.reduce(flowReducer, initialFlow(null));

describe('booking flow', () => {
  it('leads from time over details to payment', () => {
    expect(run({ type: 'slot-chosen', slot }, { type: 'time-settled' }).step).toBe('details');
    const held = run({ type: 'slot-chosen', slot }, { type: 'sending' }, { type: 'held', hold });
    expect(held).toMatchObject({ step: 'pay', hold, isSending: false });
  });

  it('does not go on without a time', () => {
    expect(run({ type: 'time-settled' }).step).toBe('time');
  });

  it('asks for another time when the chosen one was taken', () => {
    const state = run(
      { type: 'slot-chosen', slot },
      { type: 'time-settled' },
      { type: 'refused', problem: problem('SLOT_TAKEN') },
    );
    expect(state).toMatchObject({
      step: 'time',
      slot: null,
      lostStart: slot.start,
      problem: { code: 'SLOT_TAKEN' },
    });
  });

  it('stays where it is when something else was refused', () => {
    const state = run(
      { type: 'slot-chosen', slot },
      { type: 'time-settled' },
      { type: 'refused', problem: problem('PRICE_CHANGED') },
    );
    expect(state).toMatchObject({ step: 'details', slot });
  });

  it('asks for the new price, once it is known, instead of the old one for ever', () => {
    const price = { ...hold.price, baseMinor: 12_000, surchargeMinor: 1_200, totalMinor: 13_200 };
    const state = run(
      { type: 'slot-chosen', slot },
      { type: 'refused', problem: { ...problem('PRICE_CHANGED'), price } },
    );
    expect(state.changedPrice).toEqual(price);
  });

  it('never asks for more seats than the chosen time has', () => {
    const state = run(
      { type: 'seats-chosen', seats: 4 },
      { type: 'slot-chosen', slot: { ...slot, seatsLeft: 2 } },
    );
    expect(state.seats).toBe(2);
  });

  it('keeps a held time until the hold ends', () => {
    const held = run({ type: 'slot-chosen', slot }, { type: 'held', hold });
    expect(flowReducer(held, { type: 'step-reopened', step: 'time' }).step).toBe('pay');
    expect(flowReducer(held, { type: 'hold-ended' })).toMatchObject({
      step: 'time',
      hold: null,
      lostStart: hold.start,
    });
  });

  it('signing in drops the surcharge and keeps the hold', () => {
    const price = { ...hold.price, surchargeMinor: 0, totalMinor: 10_000 };
    const state = run({ type: 'held', hold }, { type: 'repriced', price });
    expect(state.hold).toEqual({ ...hold, price });
  });
});
